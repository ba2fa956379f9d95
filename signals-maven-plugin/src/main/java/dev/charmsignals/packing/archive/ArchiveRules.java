package dev.charmsignals.packing.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Juju needs in an archive, and what it refuses (contract §7). */
final class ArchiveRules {

  private static final List<String> NEEDED = List.of("metadata.yaml", "manifest.yaml", "dispatch");

  /** Juju writes these into the directory of a charm. */
  private static final Set<String> OF_JUJU = Set.of("revision", ".juju-charm", ".juju-deploying");

  private final Path directory;
  private final Map<String, ArchiveEntry> entries = new HashMap<>();
  private final List<String> mistakes = new ArrayList<>();

  private ArchiveRules(Path directory, List<ArchiveEntry> entries) {
    this.directory = directory;
    entries.forEach(entry -> this.entries.put(entry.name(), entry));
  }

  /** Returns what is wrong, a line each. */
  static List<String> mistakes(Path directory, List<ArchiveEntry> entries) throws IOException {
    ArchiveRules rules = new ArchiveRules(directory, entries);
    for (String name : NEEDED) {
      ArchiveEntry entry = rules.entries.get(name);
      if (entry == null) {
        rules.wrong(name, "is missing, and Juju runs no charm without it");
      } else if (entry.target().isPresent()) {
        rules.wrong(name, "is a link; make it a file");
      }
    }
    for (ArchiveEntry entry : entries) {
      rules.name(entry);
      rules.link(entry);
    }
    ArchiveEntry dispatch = rules.entries.get("dispatch");
    if (dispatch != null && dispatch.target().isEmpty()) {
      rules.dispatch(dispatch);
    }
    return rules.mistakes;
  }

  private void name(ArchiveEntry entry) {
    if (OF_JUJU.contains(entry.name())) {
      wrong(entry.name(), "has a name under which Juju writes a file of its own; rename it");
    }
    if (entry.name().chars().anyMatch(c -> c < ' ' || c == '\\' || c == '\ufffd')) {
      wrong(entry.name(), "has a name with a backslash or what is no letter; rename it");
    }
  }

  private void link(ArchiveEntry entry) {
    if (entry.target().isEmpty()) {
      return;
    }
    Path target = Path.of(entry.target().get());
    Path reached = entry.file().resolveSibling(target).normalize();
    if (target.isAbsolute()) {
      wrong(entry.name(), "is a link to \"%s\", and Juju follows no absolute ones", target);
    } else if (!reached.startsWith(directory)) {
      wrong(entry.name(), "is a link to \"%s\", which lies outside of the charm", target);
    } else if (!Files.exists(reached)) {
      wrong(entry.name(), "is a link to \"%s\", which is not there", target);
    }
  }

  private void dispatch(ArchiveEntry dispatch) throws IOException {
    if (!dispatch.executable()) {
      wrong("dispatch", "is not executable; run \"chmod +x\" on the file it is copied from");
    }
    byte[] bytes = Files.readAllBytes(dispatch.file());
    if (bytes.length < 2 || bytes[0] != '#' || bytes[1] != '!') {
      if (bytes.length == 0 || bytes[0] != 0x7f) { // a compiled program has no first line
        wrong("dispatch:1", "does not begin with \"#!\", such as \"#!/bin/sh\"");
      }
      return;
    }
    int line = 1;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\r') {
        wrong("dispatch:" + line, "ends with a carriage return; save the file with Unix line ends");
        return;
      }
      line += bytes[i] == '\n' ? 1 : 0;
    }
  }

  private void wrong(String name, String text, Object... values) {
    mistakes.add("%s/%s: %s".formatted(directory, name, text.formatted(values)));
  }
}
