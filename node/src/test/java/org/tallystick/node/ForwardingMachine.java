package org.tallystick.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.tallystick.node.machine.Machine;
import org.tallystick.node.machine.MachineFactory;

/** A transfer machine of which a test changes one thing. It begins with nothing: it restores no snapshot. */
class ForwardingMachine implements Machine {

    private final Machine machine;

    ForwardingMachine() {
        this(new TransferMachine());
    }

    ForwardingMachine(Machine machine) {
        this.machine = machine;
    }

    static MachineFactory factory(Supplier<Machine> create) {
        return new MachineFactory() {
            @Override
            public Machine create() {
                return create.get();
            }

            @Override
            public Machine restore(InputStream snapshot) throws IOException {
                throw new IOException("a changed machine restores no snapshot");
            }
        };
    }

    @Override
    public long lastIndex() {
        return machine.lastIndex();
    }

    @Override
    public byte[] execute(long timeMillis, byte[] envelope) {
        return machine.execute(timeMillis, envelope);
    }

    @Override
    public byte[] tick(long timeMillis) {
        return machine.tick(timeMillis);
    }

    @Override
    public long nextDueMillis() {
        return machine.nextDueMillis();
    }

    @Override
    public Machine fork() {
        return machine.fork();
    }

    @Override
    public void writeSnapshot(OutputStream out) throws IOException {
        machine.writeSnapshot(out);
    }

    @Override
    public byte[] stateHash() {
        return machine.stateHash();
    }
}
