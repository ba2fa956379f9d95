package dev.charmsignals.testkit.command;

import dev.charmsignals.hooktools.HookReply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every hook command of Juju 4, run against the context of one hook; none of those that Juju 2.9
 * and 3 have beside them, such as {@code leader-get}.
 *
 * <p>Asked by the agent for each call it receives and by charms that run in process. Holds no
 * state; the caller sees to it that a context runs one command at a time.
 */
public final class HookCommands {

  private static final List<HookCommand> CARRIED =
      List.of(
          new ActionFail(),
          new ActionGet(),
          new ActionLog(),
          new ActionSet(),
          new ApplicationVersionSet(),
          new ClosePort(),
          new ConfigGet(),
          new CredentialGet(),
          new GoalStateGet(),
          new IsLeader(),
          new JujuLog(),
          new JujuReboot(),
          new NetworkGet(),
          new OpenPort(),
          new OpenedPorts(),
          new RelationGet(),
          new RelationIds(),
          new RelationList(),
          new RelationModelGet(),
          new RelationSet(),
          new ResourceGet(),
          new SecretAdd(),
          new SecretGet(),
          new SecretGrant(),
          new SecretIds(),
          new SecretInfoGet(),
          new SecretRemove(),
          new SecretRevoke(),
          new SecretSet(),
          new StateDelete(),
          new StateGet(),
          new StateSet(),
          new StatusGet(),
          new StatusSet(),
          new StorageAdd(),
          new StorageGet(),
          new StorageList(),
          new UnitGet());

  private final Map<String, HookCommand> carried = new TreeMap<>();

  /** Creates the commands; one instance serves any number of contexts. */
  public HookCommands() {
    for (HookCommand command : CARRIED) {
      carried.put(command.name(), command);
    }
  }

  /** Returns the names of these commands, in alphabetical order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(carried.keySet());
  }

  /**
   * Runs one command.
   *
   * @param context the running hook's context
   * @param command the command's name, such as {@code relation-get}
   * @param arguments its arguments, without the name
   * @param stdin what it may read from standard input, if the caller sent any
   * @param dir the caller's working directory, for files named in arguments
   */
  public CommandReply run(
      CommandContext context,
      String command,
      List<String> arguments,
      Optional<byte[]> stdin,
      Path dir) {
    HookCommand known = carried.get(command);
    if (known != null) {
      return run(context, known, arguments, stdin, dir);
    }
    return new CommandReply.UnknownCommand(command);
  }

  private static CommandReply run(
      CommandContext context,
      HookCommand command,
      List<String> arguments,
      Optional<byte[]> stdin,
      Path dir) {
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    try {
      Flags flags = FlagParser.parse(command.options(), arguments, context);
      if (flags.helpWanted()) {
        return done(0, Help.of(command).getBytes(StandardCharsets.UTF_8), stderr);
      }
      Call call = new Call(context, flags, dir, stdin, stderr);
      command.run(call);
      return done(0, call.stdout(), stderr);
    } catch (UsageFailure e) {
      return failed(2, stderr, e.reason());
    } catch (CommandFailure e) {
      return failed(1, stderr, e.reason());
    } catch (StdinMissing e) {
      return new CommandReply.StdinNeeded();
    }
  }

  private static CommandReply failed(int code, ByteArrayOutputStream stderr, String message) {
    stderr.writeBytes(("ERROR " + message + "\n").getBytes(StandardCharsets.UTF_8));
    return done(code, new byte[0], stderr);
  }

  private static CommandReply done(int code, byte[] stdout, ByteArrayOutputStream stderr) {
    return new CommandReply.Done(new HookReply(code, stdout, stderr.toByteArray()));
  }
}
