package dev.charmsignals.delivery;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.ActionEvent;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.model.Databag;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Does with databags what a charm does that uses the Python library {@code charms.signals} v0, its
 * weaknesses included: it remembers one text for each name, and pads with one character or none.
 */
final class OldCharm extends Charm {

  static final String METADATA =
      """
      name: old
      requires:
        signals: {interface: signals}
      actions:
        say:
          params:
            name: {type: string}
            text: {type: string}
      """;

  private static final String PAD = "※";
  private static final Pattern PADS = Pattern.compile("^※+|※+$");

  private record Said(String name, String text) {}

  private OldCharm(CharmContext context) {
    super(context);
    observe(on().relation("signals").changed(), this::onChanged);
    observe(on().action("say"), this::say);
  }

  static CharmUnderTest charm() {
    return CharmUnderTest.inProcess(OldCharm::new, METADATA);
  }

  /** What a unit has heard, as committed. */
  static List<String> heardBy(SimulatedUnit unit) {
    return unit.state().getOrDefault("heard", "").lines().toList();
  }

  /** Has a unit emit a signal. */
  static void say(SimulatedUnit unit, String name, String text) {
    unit.runAction("say", Map.of("name", name, "text", text));
  }

  private void say(ActionEvent event) {
    Said said = event.parameters(Said.class);
    for (Relation relation : relations("signals")) {
      Databag bag = isLeader() ? relation.ownApplicationBag() : relation.ownUnitBag();
      bag.put(
          said.name(), said.text().equals(bag.get(said.name())) ? said.text() + PAD : said.text());
    }
  }

  private void onChanged(RelationEvent.Changed event) {
    hear(event.relation(), event.relation().applicationBag());
    for (UnitName unit : event.relation().units()) {
      hear(event.relation(), event.relation().unitBag(unit));
    }
  }

  private void hear(Relation relation, Map<String, String> bag) {
    Set<String> ofJuju = Set.of("egress-subnets", "ingress-address", "private-address");
    new TreeMap<>(bag)
        .forEach(
            (name, text) -> {
              String key = "seen." + relation.id().number() + "." + name;
              if (!ofJuju.contains(name) && !text.equals(state().get(key).orElse(""))) {
                state().put(key, text);
                String line = name + " " + PADS.matcher(text).replaceAll("") + "\n";
                state().put("heard", state().get("heard").orElse("") + line);
              }
            });
  }
}
