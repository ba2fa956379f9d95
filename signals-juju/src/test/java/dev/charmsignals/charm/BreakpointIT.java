package dev.charmsignals.charm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.fake.FakeHook;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Debugs hooks that run as processes, as a Java debugger does: over its wire protocol. */
@Timeout(120)
class BreakpointIT {

  private static final String WAITING = "Waiting at breakpoint ";

  @TempDir Path directory;
  private Process process;

  @AfterEach
  void endProcesses() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Test
  void waitsBeforeTheHandlersOfAHook() throws Exception {
    try (BufferedReader said = start("hook")) {
      assertEquals("install", letGoOn(said));
      assertEquals("handled", next(said));
    }
    assertEquals(0, process.waitFor());
  }

  @Test
  void waitsAtABreakpointOfTheAuthors() throws Exception {
    try (BufferedReader said = start("config-changed, in-handler")) {
      assertEquals("in-handler", letGoOn(said));
      assertEquals("handled", next(said));
    }
    assertEquals(0, process.waitFor());
    List<String> log = Files.readAllLines(directory.resolve("log"));
    assertEquals("-l WARNING --", log.get(0).substring(0, 13));
    assertEquals(
        "Breakpoints: Waiting at breakpoint in-handler for a Java debugger on 127.0.0.1:",
        log.get(0).substring(14).replaceFirst("[0-9]+$", ""));
  }

  @Test
  void waitsForNobodyWhereNoneOfItsBreakpointsIsReached() throws Exception {
    try (BufferedReader said = start("config-changed,another")) {
      assertEquals("handled", next(said));
    }
    assertEquals(0, process.waitFor());
    assertEquals(
        List.of(
            "-l INFO -- Breakpoints: Breakpoint in-handler is passed; JUJU_DEBUG_AT is [another,"
                + " config-changed]"),
        Files.readAllLines(directory.resolve("log")));
  }

  /** Starts an install hook, and returns its standard error. */
  private BufferedReader start(String debugAt) throws IOException {
    Path tool = directory.resolve("juju-log");
    Files.writeString(tool, "#!/bin/sh\necho \"$@\" >> " + directory.resolve("log") + "\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            StoppingCharm.class.getName());
    Map<String, String> environment = command.environment();
    environment.clear();
    environment.putAll(FakeHook.lifecycle("install"));
    environment.put("CHARM_SIGNALS_TRANSPORT", "exec");
    environment.put("PATH", directory + ":/usr/bin:/bin");
    environment.put("JUJU_DEBUG_AT", debugAt);
    process = command.start();
    process.getOutputStream().close();
    return process.errorReader(StandardCharsets.UTF_8);
  }

  /**
   * Attaches to the hook where it says that it waits, lets it go on, and returns where that was.
   */
  private static String letGoOn(BufferedReader said) throws IOException {
    String line = said.readLine();
    while (line != null && !line.startsWith(WAITING)) {
      line = said.readLine();
    }
    if (line == null) {
      throw new AssertionError("The hook has ended and waited for nobody");
    }
    int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    try (Socket socket = connect(port)) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] handshake = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);
      out.write(handshake);
      assertEquals("JDWP-Handshake", new String(in.readNBytes(handshake.length), "US-ASCII"));
      assertStoppedByAnException(in);
      out.writeInt(11); // bytes of this packet, which resumes all threads
      out.writeInt(1);
      out.writeByte(0);
      out.writeByte(1);
      out.writeByte(9);
      in.readNBytes(11); // the reply, after which the hook is on its way
    }
    return line.substring(WAITING.length(), line.indexOf(" for a Java debugger"));
  }

  /** Connects as soon as the JVM listens, which is a moment after the hook has said so. */
  private static Socket connect(int port) throws IOException {
    while (true) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (ConnectException e) {
        Thread.onSpinWait();
      }
    }
  }

  private static void assertStoppedByAnException(DataInputStream in) throws IOException {
    byte[] rest = in.readNBytes(in.readInt() - 4);
    int commandSet = rest[5];
    int command = rest[6];
    int suspended = rest[7];
    int kind = rest[12];
    assertEquals(
        List.of(64, 100, 2, 4), // an event, which has all threads suspended, of an exception
        List.of(commandSet, command, suspended, kind));
  }

  /** Returns the next line of the hook's own, among those of the JVM. */
  private static String next(BufferedReader said) throws IOException {
    String line = said.readLine();
    while (line != null && !line.equals("handled")) {
      line = said.readLine();
    }
    return String.valueOf(line);
  }

  /** Says on standard error that its handler has run to its end. */
  static final class StoppingCharm extends Charm {

    private StoppingCharm(CharmContext context) {
      super(context);
      observe(on().install(), event -> handle());
    }

    private void handle() {
      breakpoint("in-handler");
      System.err.println("handled");
    }

    public static void main(String[] arguments) {
      CharmMain.run(StoppingCharm::new);
    }
  }
}
