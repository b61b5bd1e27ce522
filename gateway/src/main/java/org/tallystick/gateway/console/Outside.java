package org.tallystick.gateway.console;

/**
 * What stands around a page for whoever is not signed in.
 *
 * @param assets where style sheets and scripts are
 */
public record Outside(String title, String assets, boolean demo) {

    public String asset(String name) {
        return assets + "/" + name;
    }
}
