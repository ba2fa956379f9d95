package dev.charmsignals.gob;

/**
 * The shapes of the four messages of the hook command protocol (contract §6.2).
 *
 * <p>For each call a client writes a {@link #CALL_HEADER} and a {@link #CALL}; the agent answers
 * with an {@link #ANSWER_HEADER} and an {@link #ANSWER}, or a {@link #PLACEHOLDER} where the
 * header's {@code Error} is not empty.
 */
public final class JujucMessages {

  /** The one method there is. */
  public static final String METHOD = "Jujuc.Main";

  /** The error of a call that needs standard input and was sent none; the call had no effect. */
  public static final String STDIN_NEEDED = "hook tool requires stdin, none supplied";

  /** Opens a call. */
  public static final GobShape CALL_HEADER =
      GobShape.of(
          "Request",
          new GobField("ServiceMethod", GobKind.TEXT),
          new GobField("Seq", GobKind.UNSIGNED));

  /** A call, as agents since Juju 4.0 define it; older ones take it as one with an empty token. */
  public static final GobShape CALL =
      GobShape.of(
          "Request",
          new GobField("ContextId", GobKind.TEXT),
          new GobField("Dir", GobKind.TEXT),
          new GobField("CommandName", GobKind.TEXT),
          new GobField("Args", GobKind.TEXTS),
          new GobField("StdinSet", GobKind.FLAG),
          new GobField("Stdin", GobKind.BYTES));

  /** A call with the token of Juju 3; an agent reads both shapes as this one. */
  public static final GobShape CALL_WITH_TOKEN =
      GobShape.of(
          "Request",
          new GobField("ContextId", GobKind.TEXT),
          new GobField("Dir", GobKind.TEXT),
          new GobField("CommandName", GobKind.TEXT),
          new GobField("Args", GobKind.TEXTS),
          new GobField("StdinSet", GobKind.FLAG),
          new GobField("Stdin", GobKind.BYTES),
          new GobField("Token", GobKind.TEXT));

  /** Opens an answer. */
  public static final GobShape ANSWER_HEADER =
      GobShape.of(
          "Response",
          new GobField("ServiceMethod", GobKind.TEXT),
          new GobField("Seq", GobKind.UNSIGNED),
          new GobField("Error", GobKind.TEXT));

  /** What the command wrote and its exit status. */
  public static final GobShape ANSWER =
      GobShape.of(
          "ExecResponse",
          new GobField("Code", GobKind.SIGNED),
          new GobField("Stdout", GobKind.BYTES),
          new GobField("Stderr", GobKind.BYTES));

  /** Follows the header of a call that failed as a whole. */
  public static final GobShape PLACEHOLDER = GobShape.of("");

  private JujucMessages() {}
}
