package org.tallystick.ledger.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CusipTest {
    @Test
    void acceptsTheCusipsOfRealSecurities() {
        // The 3-year note of 15 August 2022 and its corpus, the 52-week bill of 11 August 2022; Apple's common stock.
        assertThat(Cusip.isValid("91282CFE6")).isTrue();
        assertThat(Cusip.isValid("912821JM8")).isTrue();
        assertThat(Cusip.isValid("912796XY0")).isTrue();
        assertThat(Cusip.isValid("037833100")).isTrue();
    }

    @Test
    void anyOneCharacterMistypedIsNoticed() {
        assertThat(Cusip.isValid("91282CFE7")).isFalse();
        assertThat(Cusip.isValid("91282CFF6")).isFalse();
        assertThat(Cusip.isValid("91282CEF6")).isFalse();
    }

    @Test
    void whatIsNotNineOfTheAlphabetIsNoCusip() {
        assertThat(Cusip.isValid("")).isFalse();
        assertThat(Cusip.isValid("91282CFE")).isFalse();
        assertThat(Cusip.isValid("91282cfe6")).isFalse();
        assertThat(Cusip.isValid("91282CFEA")).isFalse();
        assertThatThrownBy(() -> Cusip.of("123456789"))
                .hasMessageContaining("not a CUSIP")
                .hasMessageContaining("123456789");
    }

    @Test
    void theThreeSpecialCharactersFollowTheLetters() {
        // * = 36, @ = 37, # = 38. Weighted 36, 2*37=74, 38, then zeros: 3+6 + 7+4 + 3+8 = 31, so the check digit is 9.
        assertThat(Cusip.isValid("*@#000009")).isTrue();
    }
}
