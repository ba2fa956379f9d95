package dev.charmsignals.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.fake.FakeAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a database costs a hook, over either interface. */
class DatabaseHookTest {

  private static final List<String> HEAVY =
      List.of(
          "java.util.regex.",
          "java.sql.",
          "javax.sql.",
          "org.postgresql.",
          "java.security.MessageDigest",
          "java.lang.runtime.ObjectMethods",
          "java.net.Inet6Address",
          "com.fasterxml.jackson.core.JsonFactory",
          "com.fasterxml.jackson.databind.");

  @TempDir Path directory;

  @Test
  void asksJujuForEachBagOfPgsqlOnceAndWritesWhatItTold() throws IOException {
    assertEquals(
        List.of(
            "state-get",
            "is-leader",
            "relation-get -r db:7 --app - app",
            "relation-get -r db:7 - app/1",
            "relation-list -r db:7",
            "relation-get -r db:7 --app - mysql",
            "state-set --file - < \"charm-signals/.postgresql/db/7\""),
        callsOf(DatabaseHook.PGSQL));
  }

  @Test
  void asksJujuForEachBagAndSecretOfPostgresqlClientOnceAndWritesWhatItTold() throws IOException {
    assertEquals(
        List.of(
            "relation-ids -- db",
            "is-leader",
            "relation-get -r db:7 --app - app",
            "state-get",
            "relation-get -r db:7 --app - mysql",
            "secret-get secret:aaaaaaaaaaaaaaaaaaaa --refresh",
            "secret-get secret:bbbbbbbbbbbbbbbbbbbb --refresh",
            "state-set --file - < \"charm-signals/.postgresql-client/db/7\""),
        callsOf(DatabaseHook.POSTGRESQL_CLIENT));
  }

  /** Runs it and returns what it called; of what it writes, the first key. */
  private List<String> callsOf(DatabaseHook hook) throws IOException {
    FakeAgent agent = new FakeAgent();
    List<String> told = new ArrayList<>();

    assertEquals(0, hook.run(directory, agent, told));

    assertEquals(1, told.size());
    assertFalse(told.get(0).contains("secret"), "a password in text that may be logged");
    List<String> calls = new ArrayList<>(agent.calls());
    String written = calls.remove(calls.size() - 1);
    assertFalse(written.contains("secret"), "a password in charm state");
    calls.add(written.substring(0, Math.max(0, written.indexOf(':'))));
    return calls;
  }

  @ParameterizedTest
  @EnumSource
  void loadsNeitherRegularExpressionsNorDriversNorCryptography(DatabaseHook hook)
      throws IOException, InterruptedException {
    List<String> loaded = classesLoaded(hook);

    assertEquals(
        List.of(),
        loaded.stream().filter(name -> HEAVY.stream().anyMatch(name::startsWith)).toList());
    String client = "dev.charmsignals." + hook.interfaceName().replace("_", "");
    assertTrue(loaded.contains(client + ".PostgreSqlClient"), "the list is wrong");
  }

  private List<String> classesLoaded(DatabaseHook hook) throws IOException, InterruptedException {
    Path output = directory.resolve("classes.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + output + ":none",
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseHook.class.getName(),
                hook.name(),
                directory.toString())
            .inheritIO()
            .start();
    assertEquals(0, process.waitFor());
    return Files.readAllLines(output).stream().map(line -> line.split(" ")[0]).toList();
  }
}
