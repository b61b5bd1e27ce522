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

    /** Writes a copy of a machine down, in its own way. */
    @FunctionalInterface
    interface Writing {
        void write(Machine copy, OutputStream out) throws IOException, InterruptedException;
    }

    /** A machine whose copies are written down as the test says. */
    static MachineFactory factoryOfCopies(Writing writing) {
        return factory(() -> new ForwardingMachine() {
            @Override
            public Machine fork() {
                Machine copy = super.fork();
                return new ForwardingMachine(copy) {
                    @Override
                    public void writeSnapshot(OutputStream out) throws IOException {
                        try {
                            writing.write(copy, out);
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                    }
                };
            }
        });
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
