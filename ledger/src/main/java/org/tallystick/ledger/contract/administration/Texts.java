package org.tallystick.ledger.contract.administration;

/** What texts may look like. */
final class Texts {

    private Texts() {}

    /** 1 to 16 characters of {@code A-Z 0-9 . _ -}. */
    static boolean isCode(String text) {
        if (text.isEmpty() || text.length() > 16) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    /** 1 to {@code longest} characters, none of them a control character, no half of a surrogate pair alone. */
    static boolean isName(String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            return false;
        }
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF);
    }

    /** Two capital letters, as ISO 3166-1 has them. */
    static boolean isCountry(String text) {
        return text.length() == 2 && isCapital(text.charAt(0)) && isCapital(text.charAt(1));
    }

    /** Three capital letters, as ISO 4217 has them. */
    static boolean isCurrency(String text) {
        return text.length() == 3 && isCountry(text.substring(0, 2)) && isCapital(text.charAt(2));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
