package dev.charmsignals.layeredstatus;

import java.util.stream.Stream;

/** Finds the layer whose code is running; loaded only when a layer does not say who it is. */
final class CallingLayer {

  /** Every package of the framework has one more part; those of examples and tests have more. */
  private static final String FRAMEWORK = "dev.charmsignals.";

  private CallingLayer() {}

  /**
   * Returns the layer of the innermost caller that belongs to one; empty when none does.
   *
   * <p>So what a layer sets through a library that is no layer is the layer's.
   */
  static String find(LayerOrder order) {
    return StackWalker.getInstance().walk(frames -> first(order, frames));
  }

  private static String first(LayerOrder order, Stream<StackWalker.StackFrame> frames) {
    return frames
        .map(frame -> packageOf(frame.getClassName()))
        .filter(caller -> !isFramework(caller))
        .map(order::ofPackage)
        .filter(layer -> !layer.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String packageOf(String className) {
    return className.substring(0, Math.max(className.lastIndexOf('.'), 0));
  }

  private static boolean isFramework(String packageName) {
    return packageName.startsWith(FRAMEWORK) && packageName.indexOf('.', FRAMEWORK.length()) < 0;
  }
}
