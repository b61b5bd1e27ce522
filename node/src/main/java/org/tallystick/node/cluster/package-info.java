/** The machine on Aeron Cluster: entries in from the log, snapshots, timers and housekeeping. Internal to the node. */
@NullMarked
package org.tallystick.node.cluster;

import org.jspecify.annotations.NullMarked;
