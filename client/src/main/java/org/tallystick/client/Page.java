package org.tallystick.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a longer list.
 *
 * @param items in the list's order
 * @param next what to ask the following page with; null when this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {}
