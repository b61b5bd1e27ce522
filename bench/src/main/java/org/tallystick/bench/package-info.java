/** Benchmarks. Each verifies the end state before it prints a rate; none is a test, and none fails on a slow machine. */
@NullMarked
package org.tallystick.bench;

import org.jspecify.annotations.NullMarked;
