package dev.charmsignals.hooktools;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs hook commands and reads the common shapes of their answers; what fails is thrown. */
final class CommandRunner {

  private final HookTransport transport;

  CommandRunner(HookTransport transport) {
    this.transport = transport;
  }

  HookReply run(String command, byte @Nullable [] stdin, String... arguments) {
    return run(command, stdin, List.of(arguments));
  }

  HookReply run(String command, byte @Nullable [] stdin, List<String> arguments) {
    HookReply reply = transport.run(command, arguments, stdin);
    if (reply.code() != 0) {
      throw new HookToolException(command, reply.code(), reply.error());
    }
    return reply;
  }

  List<String> list(String command, String... arguments) {
    HookReply reply = run(command, null, arguments);
    try {
      return Collections.unmodifiableList(FlatObject.list(reply.stdout()));
    } catch (MalformedAnswerException e) {
      throw HookToolException.unreadable(command, e);
    }
  }

  Map<String, String> strings(String command, String... arguments) {
    HookReply reply = run(command, null, arguments);
    try {
      return Collections.unmodifiableMap(FlatObject.strings(reply.stdout()));
    } catch (MalformedAnswerException e) {
      throw HookToolException.unreadable(command, e);
    }
  }

  /** Reads one string of JSON. */
  String string(String command, String... arguments) {
    HookReply reply = run(command, null, arguments);
    try {
      return FlatObject.string(reply.stdout());
    } catch (MalformedAnswerException e) {
      throw HookToolException.unreadable(command, e);
    }
  }

  /** Reads an object of anything; {@code null} is an empty one. */
  AnswerObject object(String command, String... arguments) {
    HookReply reply = run(command, null, arguments);
    try {
      String json = reply.text();
      return json.strip().equals("null")
          ? AnswerObject.none()
          : AnswerObject.of(JsonReader.readObject(json));
    } catch (MalformedException e) {
      throw HookToolException.unreadable(command, e);
    }
  }

  /** Returns output as the command wrote it. */
  String text(String command, String... arguments) {
    return run(command, null, arguments).text();
  }
}
