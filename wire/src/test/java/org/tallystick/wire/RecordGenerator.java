package org.tallystick.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Tips;

/**
 * Makes records of the ledger's vocabulary from a seed: any record, by the types of its components, so that a kind that is
 * added is generated without a word here. Only values with rules of their own are made by hand.
 */
final class RecordGenerator {

    private static final long[] EDGES = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final String LETTERS = "ABCXYZabcxyz0189 ._-\"\\é€𝄞\u0000\n";

    private final RandomGenerator random;
    private final boolean extremes;

    private RecordGenerator(long seed, boolean extremes) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.extremes = extremes;
    }

    /** Values such as people write. */
    static RecordGenerator ordinary(long seed) {
        return new RecordGenerator(seed, false);
    }

    /** Any value the types allow, the largest and the smallest among them. */
    static RecordGenerator extreme(long seed) {
        return new RecordGenerator(seed, true);
    }

    /** Every record that a sealed family permits, at whatever depth. */
    static List<Class<?>> kindsOf(Class<?> family) {
        if (!family.isSealed()) {
            return List.of(family);
        }
        List<Class<?>> kinds = new ArrayList<>();
        for (Class<?> permitted : family.getPermittedSubclasses()) {
            kinds.addAll(kindsOf(permitted));
        }
        return kinds;
    }

    <T> T next(Class<T> type) {
        return type.cast(make(type));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private Object make(Type type) {
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            List<Object> elements = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                elements.add(make(element));
            }
            return List.copyOf(elements);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == int.class) {
            return (int) number(1_000);
        }
        if (raw == long.class) {
            return number(1_000_000_000_000L);
        }
        if (raw == boolean.class) {
            return random.nextBoolean();
        }
        if (raw.isEnum()) {
            Object[] values = raw.getEnumConstants();
            return values[random.nextInt(values.length)];
        }
        if (raw.isSealed()) {
            List<Class<?>> kinds = kindsOf(raw);
            return make(kinds.get(random.nextInt(kinds.size())));
        }
        return value(raw);
    }

    private Object value(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> text();
            case "LocalDate" -> date();
            case "YearMonth" -> YearMonth.from(date());
            case "PublicKey" -> new PublicKey(bytes(PublicKey.LENGTH));
            case "Digest" -> new Digest(bytes(Digest.LENGTH));
            case "Roles" -> new Roles(random.nextInt(1 << Role.values().length));
            case "Cusip" -> cusip();
            case "Bill" -> new Bill(cusip(), LocalDate.of(2026, 1, 2), LocalDate.of(2026, 4, 3));
            case "FixedCoupon" ->
                new FixedCoupon(cusip(), random.nextLong(10_000_000_000L), dated(), firstInterest(6), maturity());
            case "Tips" ->
                new Tips(
                        cusip(),
                        random.nextLong(10_000_000_000L),
                        dated(),
                        firstInterest(6),
                        maturity(),
                        1 + random.nextInt(40_000_000));
            case "FloatingRateNote" ->
                new FloatingRateNote(
                        cusip(),
                        random.nextLong(-1_000_000_000L, 1_000_000_000L),
                        dated(),
                        firstInterest(3),
                        maturity());
            case "PrincipalStrip" -> new PrincipalStrip(cusip(), cusip(), maturity(), random.nextInt(40_000_000));
            case "InterestStrip" -> new InterestStrip(cusip(), maturity(), random.nextBoolean());
            default -> record(type);
        };
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalStateException("the generator does not know how to make a " + type.getName());
        }
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean absent = components[i].getName().equals("valueDate") && random.nextBoolean();
            values[i] = absent ? null : make(components[i].getGenericType());
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException("could not make a " + type.getName(), refused);
        }
    }

    private long number(long ordinaryBound) {
        if (!extremes) {
            return 1 + random.nextLong(ordinaryBound);
        }
        return random.nextBoolean()
                ? EDGES[random.nextInt(EDGES.length)]
                : random.nextLong() >> random.nextInt(Long.SIZE);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            if (extremes) {
                text.appendCodePoint(LETTERS.codePointAt(LETTERS.offsetByCodePoints(0, random.nextInt(letterCount()))));
            } else {
                text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    private static int letterCount() {
        return LETTERS.codePointCount(0, LETTERS.length());
    }

    private LocalDate date() {
        return extremes
                ? LocalDate.of(1900 + random.nextInt(400), 1 + random.nextInt(12), 1 + random.nextInt(28))
                : LocalDate.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private LocalDate dated() {
        return LocalDate.of(2026, 2, 15);
    }

    private LocalDate firstInterest(int months) {
        return dated().plusMonths(months);
    }

    private LocalDate maturity() {
        return LocalDate.of(2036, 2, 15);
    }

    private Cusip cusip() {
        while (true) {
            String candidate = "912828" + (char) ('A' + random.nextInt(26)) + random.nextInt(10) + random.nextInt(10);
            if (Cusip.isValid(candidate)) {
                return Cusip.of(candidate);
            }
        }
    }
}
