package dev.charmsignals.postgres;

import static dev.charmsignals.postgres.Stage.bag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.charmsignals.postgres.Stage.Heard;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events of databases that a handler puts off. */
class DeferralTest {

  private Stage stage;
  private SimulatedRelation relation;
  private final List<String> seen = new ArrayList<>();
  private String deferring = "";

  private void relate(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    stage.telling =
        told -> {
          if (told.name().equals(deferring)) {
            told.event().defer();
          }
          if (told.name().equals("master_changed")) {
            seen.add(
                told.event().application()
                    + " "
                    + told.event().unit().map(Object::toString).orElse("-")
                    + " "
                    + told.charm().here().name());
          }
        };
    relation = stage.relate();
    stage.news();
  }

  @SimulatedJujuTest
  void case42SaysTheSameWhenItComesAgain(SimulatedJuju juju) {
    relate(juju);
    deferring = "master_changed";

    relation.tamper("postgresql/1", Map.of("master", "host=m"));
    juju.settle();
    stage.unit().updateStatus();
    juju.settle();

    assertEquals(List.of("postgresql postgresql/1 app/0", "postgresql postgresql/1 app/0"), seen);
  }

  @SimulatedJujuTest
  void showsThePresentAndKeepsNoPassword(SimulatedJuju juju) {
    relate(juju);
    deferring = "master_changed";
    relation.tamper("postgresql", Map.of("master", "host=old password=never-kept"));
    stage.news();
    assertFalse(stage.unit().state().toString().contains("never"), "a password in charm state");
    deferring = "";
    stage.unit().hold();
    relation.tamper("postgresql", Map.of("master", "host=new"));
    stage.unit().release();

    assertEquals(
        List.of(
            new Heard("app/0", "master_changed", "host=new", List.of()),
            new Heard("app/0", "master_changed", "host=new", List.of()),
            new Heard("app/0", "database_changed", "host=new", List.of())),
        stage.newsInFull(),
        "what was deferred, then what changed");
  }

  @SimulatedJujuTest
  void joinedEventThatIsDeferredBeyondItsRelationAsksNobody(SimulatedJuju juju) {
    deferring = "database_relation_joined";
    relate(juju);
    relation.remove();
    stage.news();
    deferring = "";
    stage.telling = told -> told.event().setDatabase("too-late");

    stage.unit().updateStatus();

    assertEquals(List.of("database_relation_joined"), stage.news());
    assertEquals(Set.of("charm-signals/.deferred"), stage.unit().state().keySet());
  }

  @SimulatedJujuTest
  void changesWhileAnEventIsDeferredAreToldToThoseWhoDealtWithIt(SimulatedJuju juju) {
    relate(juju);
    deferring = "master_changed";
    relation.tamper("postgresql", bag("master", "host=one"));
    stage.news();

    relation.tamper("postgresql", bag("master", "host=two"));

    assertEquals(List.of("master_changed", "database_changed"), stage.news());
  }
}
