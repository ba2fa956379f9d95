package dev.charmsignals.testkit.agent;

import dev.charmsignals.testkit.world.HookExit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The process of one hook, started as Juju starts it (contract sections 1.3 to 1.6).
 *
 * <p>Its parent is a few lines of Perl that note how it ended, because a JDK cannot tell a process
 * that a signal killed from one that exited with 128 and the signal's number, and Juju can.
 *
 * @param perl the interpreter
 * @param directory where the files of one run go
 */
record HookProcess(Path perl, Path directory) {

  private static final long GRACE_MILLISECONDS = 100;

  private static final String PARENT =
      """
      my ($status, @command) = @ARGV;
      my $child = fork;
      if (!$child) {
        exec { $command[0] } @command;
        open my $file, '>', $status;
        print $file "not started: $!";
        close $file;
        exit 127;
      }
      waitpid $child, 0;
      my $ended = $?;
      exit 0 if -s $status;
      open my $file, '>', $status;
      print $file $ended;
      close $file;
      """;

  /** What a process writes, line by line, from threads of their own. */
  record Output(Consumer<byte[]> stdout, Consumer<byte[]> stderr) {}

  /** Kills the process that a parent runs, as an agent does before a reboot, and no other. */
  static void kill(Process parent) {
    parent.children().forEach(ProcessHandle::destroyForcibly);
  }

  /** Runs a program with its arguments to its end, or to the one that is planned for it. */
  HookExit run(
      List<String> command,
      Path charmDirectory,
      Map<String, String> environment,
      Output output,
      Optional<DoomedHook> doomed,
      CompletableFuture<Process> parent)
      throws IOException, InterruptedException {
    Path status = directory.resolve("exit-status");
    Files.deleteIfExists(status);
    OutputPipe stdout = OutputPipe.open(directory.resolve("stdout"), output.stdout());
    OutputPipe stderr = OutputPipe.open(directory.resolve("stderr"), output.stderr());
    List<String> line = new ArrayList<>();
    line.addAll(List.of(perl.toString(), "-e", PARENT, status.toString()));
    line.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(charmDirectory.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(stdout.path().toFile())
            .redirectError(stderr.path().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    parent.complete(process);
    try {
      if (doomed.isPresent()) {
        doomed.get().accompany(process);
      }
      process.waitFor();
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw e;
    }
    stdout.finish(GRACE_MILLISECONDS);
    stderr.finish(GRACE_MILLISECONDS);
    return exit(Files.readString(status));
  }

  private static HookExit exit(String status) {
    if (status.startsWith("not started")) {
      return new HookExit.NotStarted(status);
    }
    int wait = Integer.parseInt(status);
    int signal = wait & 127;
    return signal == 0 ? new HookExit.Exited(wait >> 8) : new HookExit.Signalled(signal);
  }
}
