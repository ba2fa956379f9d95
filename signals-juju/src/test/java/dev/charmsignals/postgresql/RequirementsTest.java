package dev.charmsignals.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked of a PostgreSQL server. */
class RequirementsTest {

  @Test
  void isEqualToWhatAsksForTheSameInAnotherOrder() {
    assertEquals(
        new Requirements("orders", List.of("bar", "foo"), List.of("citext", "debversion:public")),
        Requirements.database("orders")
            .withRoles("foo", "bar", "foo")
            .withExtensions(List.of("debversion:public", "citext")));
  }

  @Test
  void asksForNothingInParticularUnlessTold() {
    assertEquals(new Requirements("", List.of(), List.of()), Requirements.NONE);
    assertEquals(Requirements.NONE, Requirements.database("x").withDatabase(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a,b", " a", "a ", "a\nb", "a\u0000"})
  void refusesANameInAListThatCouldNotBeReadBack(String name) {
    RequirementsException refused =
        assertThrows(
            RequirementsException.class, () -> Requirements.NONE.withExtensions("citext", name));

    assertEquals("extension", refused.kind());
    assertEquals(name, refused.name());
  }

  @Test
  void saysWhatARightDatabaseNameIs() {
    RequirementsException refused =
        assertThrows(RequirementsException.class, () -> Requirements.database("orders "));

    assertEquals(
        "\"orders \" is no name of a database: it needs text without control characters and blanks"
            + " around it; a right one is \"orders\"",
        refused.getMessage());
  }
}
