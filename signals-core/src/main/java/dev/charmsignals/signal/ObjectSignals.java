package dev.charmsignals.signal;

import dev.charmsignals.log.Entry;
import dev.charmsignals.log.Window;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The signals of one endpoint, declared as fields of a subclass and shared by the charms on both
 * sides:
 *
 * <pre>{@code
 * final class MySignals extends ObjectSignals {
 *   final SignalSource<Ready> ready = source(Ready.class);
 *   final SignalSource<Bork> bork = source(Bork.class);
 * }
 * }</pre>
 *
 * <p>An instance belongs to one charm and one endpoint, for one hook.
 */
public abstract class ObjectSignals {

  private final Map<String, SignalSource<?>> sources = new LinkedHashMap<>();
  private Window window = Window.DEFAULT;
  private @Nullable SignalBinding binding;

  /** Called by the author's subclass. */
  protected ObjectSignals() {}

  /**
   * Declares a source named after its class: {@code DiskFull} travels as {@code disk-full}.
   *
   * @throws SignalDeclarationException when the class cannot travel, or the name is taken
   */
  protected final <T extends Signal> SignalSource<T> source(Class<T> type) {
    return source(nameOf(type), type);
  }

  /** Declares a source under a name of its own; as {@link #source(Class)} otherwise. */
  protected final <T extends Signal> SignalSource<T> source(String name, Class<T> type) {
    if (!isName(name)) {
      throw SignalDeclarationException.badName(name, type);
    }
    checkOpen(name);
    SignalSource<T> source = new SignalSource<>(this, name, SignalType.of(type));
    SignalSource<?> taken = sources.putIfAbsent(name, source);
    if (taken != null) {
      throw SignalDeclarationException.duplicate(name, taken.type(), type);
    }
    return source;
  }

  /** Sets how much of a stream stands in the databag at most; {@link Window#DEFAULT} otherwise. */
  protected final void window(Window window) {
    this.window = window;
  }

  /** Returns how much of a stream stands in the databag at most. */
  public final Window window() {
    return window;
  }

  /** Returns the sources in the order of their declaration. */
  public final Collection<SignalSource<?>> sources() {
    return Collections.unmodifiableCollection(sources.values());
  }

  /** Returns the source of signals that travel under {@code name}, if one is declared. */
  public final Optional<SignalSource<?>> source(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /**
   * Connects these signals to an endpoint. Called by the framework, once.
   *
   * @throws SignalDeclarationException when they are connected already
   */
  public final void bind(SignalBinding binding) {
    if (this.binding != null) {
      throw SignalDeclarationException.boundTwice(getClass());
    }
    this.binding = binding;
  }

  /**
   * Returns the endpoint these signals are bound to.
   *
   * @throws SignalDeclarationException when they are bound to none
   */
  public final SignalBinding requireBinding() {
    return binding(getClass().getSimpleName());
  }

  final SignalBinding binding(String name) {
    if (binding == null) {
      throw SignalDeclarationException.unbound(name);
    }
    return binding;
  }

  final void checkOpen(String name) {
    if (binding != null) {
      throw SignalDeclarationException.late(name);
    }
  }

  private static String nameOf(Class<?> type) {
    String simple = type.getSimpleName();
    StringBuilder name = new StringBuilder(simple.length() + 4);
    for (int i = 0; i < simple.length(); i++) {
      char c = simple.charAt(i);
      if (Character.isUpperCase(c) && i > 0) {
        boolean wordBegins = !Character.isUpperCase(simple.charAt(i - 1));
        boolean wordFollows =
            i + 1 < simple.length() && Character.isLowerCase(simple.charAt(i + 1));
        if (wordBegins || wordFollows) {
          name.append('-');
        }
      }
      name.append(Character.toLowerCase(c));
    }
    return name.toString();
  }

  private static boolean isName(String name) {
    if (!Entry.isName(name) || name.charAt(0) < 'a' || name.charAt(0) > 'z') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean dash = c == '-' && i + 1 < name.length() && name.charAt(i + 1) != '-';
      if (!dash && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }
}
