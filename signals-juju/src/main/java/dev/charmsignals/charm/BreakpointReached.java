package dev.charmsignals.charm;

/**
 * What {@link Breakpoints} throws and catches where a hook is to stop: the debugger's agent in the
 * JVM waits for a debugger when it sees one for the first time. A debugger that breaks on this
 * class stops at all later breakpoints, too.
 */
public final class BreakpointReached extends RuntimeException {

  BreakpointReached() {
    super(null, null, false, false);
  }
}
