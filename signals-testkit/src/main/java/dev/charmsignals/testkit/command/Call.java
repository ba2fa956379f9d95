package dev.charmsignals.testkit.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** One call of a hook command: whose hook asks, with what, and where the answer goes. */
final class Call {

  private final CommandContext context;
  private final Flags flags;
  private final CallerFiles files;
  private final Optional<byte[]> stdin;
  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final ByteArrayOutputStream stderr;

  Call(
      CommandContext context,
      Flags flags,
      Path dir,
      Optional<byte[]> stdin,
      ByteArrayOutputStream stderr) {
    this.context = context;
    this.flags = flags;
    this.files = new CallerFiles(dir);
    this.stdin = stdin;
    this.stderr = stderr;
  }

  CommandContext context() {
    return context;
  }

  Flags flags() {
    return flags;
  }

  /** Returns what has been printed so far. */
  byte[] stdout() {
    return stdout.toByteArray();
  }

  /** Returns the relation that {@code -r} names, else the hook's own, else empty. */
  OptionalInt relation() {
    Optional<String> named = flags.text("r");
    return named.isPresent()
        ? OptionalInt.of(Integer.parseInt(named.get()))
        : context.hookRelation();
  }

  /** Returns the same for a command that cannot do without one. */
  int requireRelation() {
    OptionalInt relation = relation();
    if (relation.isEmpty()) {
      throw new UsageFailure("no relation id specified");
    }
    return relation.getAsInt();
  }

  /** Returns the format that {@code --format} names, or the default. */
  Format format(Format byDefault) {
    return flags.text("format").map(Format::named).orElse(byDefault);
  }

  /** Prints a value in the chosen format, smart by default. */
  void print(Value value) {
    print(value, Format.SMART);
  }

  /** Prints a value in the chosen format, to the file of {@code --output} if there is one. */
  void print(Value value, Format byDefault) {
    byte[] text = format(byDefault).write(value).getBytes(StandardCharsets.UTF_8);
    Optional<String> output = flags.text("o");
    if (output.isPresent()) {
      files.write(output.get(), text);
    } else {
      stdout.writeBytes(text);
    }
  }

  /** Says on stderr, without a line end as Juju does, that {@code --format} is of no use. */
  void warnOfOldFormat(String command) {
    if (flags.text("format").isPresent()) {
      String warning = "--format flag deprecated for command " + GoText.quote(command);
      stderr.writeBytes(warning.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Prints a line or more as it is. */
  void print(String text) {
    stdout.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the content of a file of the caller. */
  byte[] read(String file) {
    return files.read(file);
  }

  /** Returns the content that {@code --file} names, from stdin if that is {@code -}. */
  Optional<byte[]> file() {
    Optional<String> file = flags.text("file");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    if (file.get().equals("-")) {
      return Optional.of(stdin.orElseThrow(StdinMissing::new));
    }
    return Optional.of(files.read(file.get()));
  }
}
