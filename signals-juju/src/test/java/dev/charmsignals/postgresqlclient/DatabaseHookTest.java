package dev.charmsignals.postgresqlclient;

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

/** What a database costs a hook. */
class DatabaseHookTest {

  @TempDir Path directory;

  @Test
  void asksJujuForEachBagOnceAndWritesWhatItTold() throws IOException {
    FakeAgent agent = new FakeAgent();
    List<String> told = new ArrayList<>();

    assertEquals(0, DatabaseHook.run(directory, agent, told));

    assertEquals(1, told.size());
    assertFalse(told.get(0).contains("secret"), "a password in text that may be logged");
    assertEquals(
        List.of(
            "relation-ids -- db",
            "is-leader",
            "relation-get -r db:7 --app - app",
            "state-get",
            "relation-get -r db:7 --app - mysql",
            "secret-get secret:aaaaaaaaaaaaaaaaaaaa --refresh",
            "secret-get secret:bbbbbbbbbbbbbbbbbbbb --refresh"),
        agent.calls().subList(0, 7));
    assertEquals(8, agent.calls().size());
    String written = agent.calls().get(7);
    assertTrue(written.startsWith("state-set --file - < "), written);
    assertFalse(written.contains("secret"), "a password in charm state");
  }

  @Test
  void loadsNeitherRegularExpressionsNorDriversNorCryptography()
      throws IOException, InterruptedException {
    List<String> loaded = classesLoaded();
    List<String> heavy =
        loaded.stream()
            .filter(
                name ->
                    name.startsWith("java.util.regex.")
                        || name.startsWith("java.sql.")
                        || name.startsWith("javax.sql.")
                        || name.startsWith("org.postgresql.")
                        || name.startsWith("java.security.MessageDigest")
                        || name.startsWith("java.lang.runtime.ObjectMethods")
                        || name.startsWith("java.net.Inet6Address")
                        || name.startsWith("com.fasterxml.jackson.core.JsonFactory")
                        || name.startsWith("com.fasterxml.jackson.databind."))
            .toList();

    assertEquals(List.of(), heavy);
    assertTrue(
        loaded.contains("dev.charmsignals.postgresqlclient.PostgreSqlClient"), "the list is wrong");
  }

  private List<String> classesLoaded() throws IOException, InterruptedException {
    Path output = directory.resolve("classes.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + output + ":none",
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseHook.class.getName(),
                directory.toString())
            .inheritIO()
            .start();
    assertEquals(0, process.waitFor());
    return Files.readAllLines(output).stream().map(line -> line.split(" ")[0]).toList();
  }
}
