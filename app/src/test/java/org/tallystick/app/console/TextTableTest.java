package org.tallystick.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void wordsStandLeftAndFiguresRight() {
        TextTable table = new TextTable().words("Asset").figures("Available");
        table.row("USD", "1,000.00");
        table.row("912797AB1", "5.00");
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text));
        assertThat(text.toString().lines())
                .containsExactly(
                        "Asset      Available", //
                        "USD         1,000.00",
                        "912797AB1       5.00");
    }
}
