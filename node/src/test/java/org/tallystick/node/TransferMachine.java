package org.tallystick.node;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import org.tallystick.node.machine.Machine;
import org.tallystick.node.machine.MachineFactory;

/**
 * A small machine for tests: accounts that may go below zero, so that all balances always sum to zero.
 *
 * <pre>
 * pay A B 10     moves 10 from A to B
 * remind 5000    makes an action due at 5000 ms; a tick runs one due action
 * break          breaks an invariant
 * </pre>
 *
 * Its state hash is a chain over all entries and times: equal exactly where the histories are.
 */
final class TransferMachine implements Machine {

    static final class Factory implements MachineFactory {
        @Override
        public Machine create() {
            return new TransferMachine();
        }

        @Override
        public Machine restore(InputStream snapshot) throws IOException {
            return new TransferMachine(new DataInputStream(snapshot));
        }
    }

    private final Map<String, Long> balances = new TreeMap<>();
    private final TreeMap<Long, Integer> dueAtMillis = new TreeMap<>();
    private long lastIndex;
    private byte[] chain = new byte[STATE_HASH_BYTES];

    TransferMachine() {}

    private TransferMachine(DataInputStream in) throws IOException {
        lastIndex = in.readLong();
        chain = in.readNBytes(STATE_HASH_BYTES);
        for (int left = in.readInt(); left > 0; left--) {
            String account = in.readUTF();
            balances.put(account, in.readLong());
        }
        for (int left = in.readInt(); left > 0; left--) {
            long atMillis = in.readLong();
            dueAtMillis.put(atMillis, in.readInt());
        }
    }

    @Override
    public TransferMachine fork() {
        TransferMachine copy = new TransferMachine();
        copy.balances.putAll(balances);
        copy.dueAtMillis.putAll(dueAtMillis);
        copy.lastIndex = lastIndex;
        copy.chain = chain;
        return copy;
    }

    @Override
    public void writeSnapshot(OutputStream snapshot) throws IOException {
        DataOutputStream out = new DataOutputStream(snapshot);
        out.writeLong(lastIndex);
        out.write(chain);
        out.writeInt(balances.size());
        for (Map.Entry<String, Long> balance : balances.entrySet()) {
            out.writeUTF(balance.getKey());
            out.writeLong(balance.getValue());
        }
        out.writeInt(dueAtMillis.size());
        for (Map.Entry<Long, Integer> due : dueAtMillis.entrySet()) {
            out.writeLong(due.getKey());
            out.writeInt(due.getValue());
        }
    }

    @Override
    public long lastIndex() {
        return lastIndex;
    }

    long balance(String account) {
        return balances.getOrDefault(account, 0L);
    }

    @Override
    public byte[] execute(long timeMillis, byte[] envelope) {
        String[] words = new String(envelope, StandardCharsets.UTF_8).split(" ");
        String outcome = switch (words[0]) {
            case "pay" -> pay(words[1], words[2], Long.parseLong(words[3]));
            case "remind" -> remind(Long.parseLong(words[1]));
            case "break" -> throw new IllegalStateException("the balances do not sum to zero");
            default -> "malformed";
        };
        return receipt(timeMillis, envelope, outcome);
    }

    private String pay(String from, String to, long amount) {
        balances.merge(from, -amount, Long::sum);
        balances.merge(to, amount, Long::sum);
        return "paid";
    }

    private String remind(long atMillis) {
        dueAtMillis.merge(atMillis, 1, Integer::sum);
        return "noted";
    }

    @Override
    public byte[] tick(long timeMillis) {
        long atMillis = dueAtMillis.firstKey();
        dueAtMillis.merge(atMillis, -1, (count, one) -> count == 1 ? null : count + one);
        return receipt(timeMillis, new byte[0], "reminded of " + atMillis);
    }

    private byte[] receipt(long timeMillis, byte[] envelope, String outcome) {
        lastIndex++;
        MessageDigest digest = sha256();
        digest.update(chain);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(timeMillis).flip());
        chain = digest.digest(envelope);
        return (lastIndex + " " + timeMillis + " " + outcome).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public long nextDueMillis() {
        return dueAtMillis.isEmpty() ? Long.MAX_VALUE : dueAtMillis.firstKey();
    }

    @Override
    public byte[] stateHash() {
        return chain.clone();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
