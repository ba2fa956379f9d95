package dev.charmsignals.testkit;

import dev.charmsignals.hooktools.HookReply;
import dev.charmsignals.hooktools.HookToolException;
import dev.charmsignals.testkit.world.Hook;
import dev.charmsignals.testkit.world.HookExit;
import dev.charmsignals.testkit.world.RunningHook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One hook or action, as a {@link CharmScript} sees it: everything a program in its place could
 * ask.
 *
 * <p>The short methods run the hook command of that name and throw {@link HookToolException} when
 * Juju refuses; {@link #run} gives the answer as it is.
 */
public final class ScriptedHook {

  private final RunningHook hook;
  private final Map<String, String> environment;

  ScriptedHook(RunningHook hook, Map<String, String> environment) {
    this.hook = hook;
    this.environment = environment;
  }

  /** Returns the hook's name, such as {@code channel-relation-changed}, or the action's. */
  public String name() {
    return hook.hook().name();
  }

  /** Returns whether this is the hook of that name. */
  public boolean is(String name) {
    return name().equals(name);
  }

  /** Returns which hook it is and what it is about. */
  public Hook hook() {
    return hook.hook();
  }

  /** Returns the unit whose hook it is. */
  public String unit() {
    return hook.unit();
  }

  /** Returns the environment a process would have. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Runs a hook command with nothing on its standard input. */
  public HookReply run(String command, String... arguments) {
    return hook.run(command, List.of(arguments), Optional.empty(), Path.of("/")).reply();
  }

  /** Runs a hook command with text on its standard input. */
  public HookReply runWith(String stdin, String command, String... arguments) {
    byte[] bytes = stdin.getBytes(StandardCharsets.UTF_8);
    return hook.run(command, List.of(arguments), Optional.of(bytes), Path.of("/")).reply();
  }

  /** Runs a hook command and returns what it printed, without the last line end. */
  public String text(String command, String... arguments) {
    HookReply reply = run(command, arguments);
    if (reply.code() != 0) {
      String stderr = new String(reply.stderr(), StandardCharsets.UTF_8);
      throw new HookToolException(command, reply.code(), stderr);
    }
    String stdout = new String(reply.stdout(), StandardCharsets.UTF_8);
    return stdout.endsWith("\n") ? stdout.substring(0, stdout.length() - 1) : stdout;
  }

  /** Returns a value of another unit's databag of this hook's relation; empty if there is none. */
  public String get(String unit, String key) {
    return text("relation-get", key, unit);
  }

  /** Returns a value of the other application's databag of this hook's relation. */
  public String getFromApplication(String key) {
    return text("relation-get", "--app", key, hook.hook().remoteApplication());
  }

  /** Writes to the own unit's databag of this hook's relation. */
  public void set(String key, String value) {
    text("relation-set", key + "=" + value);
  }

  /** Writes to the own application's databag of this hook's relation. */
  public void setForApplication(String key, String value) {
    text("relation-set", "--app", key + "=" + value);
  }

  /** Returns a value of the charm state; empty if there is none. */
  public String state(String key) {
    return text("state-get", key);
  }

  /** Writes to the charm state. */
  public void setState(String key, String value) {
    text("state-set", key + "=" + value);
  }

  /** Returns a config option, as text. */
  public String config(String option) {
    return text("config-get", option);
  }

  /** Returns whether this unit leads. */
  public boolean isLeader() {
    return text("is-leader", "--format=json").equals("true");
  }

  /** Sets the unit's status. */
  public void status(String status, String message) {
    text("status-set", "--", status, message);
  }

  /** Writes to the log, at INFO. */
  public void log(String message) {
    text("juju-log", "--", message);
  }

  /** Writes lines to the standard output, which an action shows among its results. */
  public void print(String text) {
    text.lines().forEach(line -> hook.wroteStdout(line.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes lines to the standard error. */
  public void printError(String text) {
    text.lines().forEach(line -> hook.wroteStderr(line.getBytes(StandardCharsets.UTF_8)));
  }

  /** Ends the hook here with an exit status: {@code throw hook.exit(1)}. */
  public RuntimeException exit(int status) {
    return new Ending(new HookExit.Exited(status));
  }

  /** Ends the hook here as a signal would: {@code throw hook.die(9)}. */
  public RuntimeException die(int signal) {
    return new Ending(new HookExit.Signalled(signal));
  }

  /** Carries an end out of a script; nobody else catches it. */
  static final class Ending extends RuntimeException {

    private final transient HookExit exit;

    private Ending(HookExit exit) {
      super("The script ended the hook", null, false, false);
      this.exit = exit;
    }

    HookExit exit() {
      return exit;
    }
  }
}
