package dev.charmsignals.testkit.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an entry goes, and what is remembered of it. */
class MemberTest {

  @ParameterizedTest
  @CsvSource({
    "dispatch, dispatch",
    "./dispatch, dispatch",
    "lib/, lib",
    "lib//x.jar, lib/x.jar",
    "lib/../src/x, src/x",
    "/etc/passwd, etc/passwd",
    "../../etc/passwd, etc/passwd",
    "lib/../../etc/passwd, etc/passwd",
    "./, ''"
  })
  void goesToItsPlaceWithoutLeadingOut(String name, String place) {
    assertEquals(place, new Member(name, Mode.file(0644), () -> null).place());
  }

  @Test
  void isListedWithoutDetoursAndOnce() {
    Members members =
        HandmadeArchive.empty()
            .directory("./", 0755)
            .directory("lib/", 0755)
            .file("lib/x.jar", 0644, "one")
            .file("./lib/x.jar", 0644, "two")
            .file("../y", 0644, "")
            .members();

    assertEquals(Set.of("lib", "lib/x.jar", "../y", "revision"), members.listed());
    assertEquals(
        List.of("./", "lib/", "lib/x.jar", "./lib/x.jar", "../y"),
        StreamSupport.stream(members.spliterator(), false).map(Member::name).toList());
  }
}
