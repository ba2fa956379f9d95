package dev.charmsignals.metadata;

import java.util.List;

/** Documents in the styles that charms are written in, and ones that are easily misread. */
final class YamlCorpus {

  private YamlCorpus() {}

  /** What the scanner must understand by itself. */
  static final List<String> ORDINARY =
      List.of(
          "name: a\n",
          "name: a",
          "---\nname: a\nrequires:\n  db:\n    interface: pgsql\n",
          "# a comment\n\nname: a # and another\n\n# the end\n",
          "name: 'it''s'\nsummary: \"say \\\"hi\\\"\\n\" # c\n",
          "name: a\r\nprovides:\r\n  web:\r\n    interface: http\r\n",
          "name: a\nprovides: {}\nrequires: {}\npeers: {}\n",
          "name: a\nrequires:\n  db: {interface: pgsql, limit: 1}\n  log: {interface: \"x, y\"}\n",
          "name: a\nrequires: {db: {interface: pgsql}, web: { interface: http } }\n",
          "name: a\nrequires:\n  db: pgsql\n",
          "name: a\nrequires:\n        db:\n            interface: pgsql\n",
          "name: a\nrequires:\n db:\n   interface: pgsql\n web:\n       interface: http\n",
          "name: a\nrequires:\n# none\nprovides:\n",
          "name: a\nrequires: ~\nprovides: null\nx: Null\ny: NULL\nz: nULL\n",
          "name: 12\nx: true\ny: 1.5\nz: 0x1F\nv: 2026-01-31\nw: 1_000\n",
          "name: a\ndescription: |\n  requires:\n    db: x\n\n  more\nrequires:\n  db: x\n",
          "name: a\n"
              + "description: >-\n\n"
              + "  text\n"
              + "   deeper\n"
              + "  # no comment\n"
              + "# a comment\n"
              + "provides: {}\n",
          "description: |+ # head\n  text\n\n\nname: a\n",
          "description: |\nname: a\n",
          "name: a\ndescription: |\n  the end",
          "description: text that goes\n  on for\n\n  lines\nname: a\n",
          "name: a\nseries:\n- focal\n- jammy\nprovides:\n  web:\n    interface: http\n",
          "name: a\nseries:\n  - focal\n  -\n  - # nothing\n  - \"x\"\nprovides: {}\n",
          "assumes:\n  - juju >= 3.1\n  - any-of:\n    - k8s-api\n    - juju < 4\nname: a\n",
          "bases:\n"
              + "  - build-on:\n"
              + "      - name: ubuntu\n"
              + "        channel: \"22.04\"\n"
              + "    run-on: []\n"
              + "name: a\n",
          "parts:\n"
              + "  charm:\n"
              + "    source: .\n"
              + "    build-snaps: [rustup, go/1.22]\n"
              + "    x: |\n"
              + "      a\n"
              + "name: a\n",
          "platforms:\n  ubuntu@22.04:amd64:\nname: a\n",
          "links:\n"
              + "  website: https://example.com/#top\n"
              + "  issues:\n"
              + "    - http://x.y/z?a=b\n"
              + "name: a\n",
          "name: gr\u00fc\u00dfe\nsummary: \u6f22\u5b57 \ud83d\ude80\n",
          "storage:\n  data:\n    type: filesystem\n    location: /srv\nname: a\nname2: b:c\n",
          "name: a\nx: don't \"worry\" {or} [not] & so * on ! @ % ` | >\n",
          "x: {a: [b, {c: d}, [e]], f: 'g}', h: \"i]\"}\nname: a\n",
          "name: a\npeers:\n  ring:\n    interface: ring\n    limit: 3\n    scope: container\n",
          "name:   a   \nrequires:   # none\n  db  :\n".replace("db  :", "db:"),
          "a:\n- b: c\n  d:\n  - e\n- f\nname: a\n",
          "a:\n  -   b: c\n      d: e\n  - g\nname: a\n",
          "a:\n  - text that\n    goes on\n  - |\n    block\n  - x: |\n      block\nname: a\n");

  /** What it may leave to the parser, and must never misread. */
  static final List<String> TRICKY =
      List.of(
          "",
          "# nothing\n",
          "- a\n",
          "name\n",
          "name: a: b\n",
          "name: a\nrequires: &r\n  db: {interface: x}\nprovides: *r\n",
          "d: &d {interface: x}\nname: a\nrequires:\n  db:\n    <<: *d\n    limit: 1\n",
          "name: !!str 12\n",
          "name: a\n---\nname: b\n",
          "name: a\n...\nname: b\n",
          "%YAML 1.1\n---\nname: a\n",
          "name: a\nrequires:\n\tdb: x\n",
          "name: a\nx: \"open\nrequires: {}\"\n",
          "name: a\nx: 'open\nrequires: {}\n  more'\n",
          "name: a\nx: [\nb,\nrequires\n]\n",
          "name: a\nrequires: {db:\n  {interface: x}}\n",
          "? name\n: a\n",
          "\"name\": a\n",
          "name : a\n",
          "name: a\n  x: b\n",
          " name: a\n",
          "name: a\nrequires:\n  db: x\n web: y\n",
          "name: a\nname: b\n",
          "name: |\n  a\n",
          "name: a\n  b\n",
          "name: a # c\n  b\n",
          "name: a\n  # c\n  b\n",
          "name: \"a\" b\n",
          "name: \"a\"#c\n",
          "name: {a: b}#c\n",
          "name: {a: b}: c\n",
          "name: [a: b]\n",
          "name: [a, ]\n",
          "name: {a: , b}\n",
          "name: {a:1}\n",
          "name: {\"a\":1}\n",
          "name: a#b\n",
          "name: -a\n",
          "name: - a\n",
          "name: -1\n",
          "name: @a\n",
          "name: `a`\n",
          "name: \"\\x41\\u0042\"\n",
          "x: |2\n    a\n  b\nname: a\n",
          "x: |\n     \n  a\nname: a\n",
          "x: |\n  a\n b\nname: a\n",
          "x: | a\nname: a\n",
          "x: |#c\n a\nname: a\n",
          "a:\n- b\n  c: d\nname: a\n",
          "a:\n- b: c\n d: e\nname: a\n",
          "a:\n  - b\n  c: d\nname: a\n",
          "- - a\nname: a\n",
          "a:\n  b\nname: a\n",
          "a:\n  - - b\nname: a\n",
          "\ufeffname: a\n",
          "name: a\u2028requires: {}\n",
          "name: a\u0085requires: {}\n",
          "name: a\rrequires: {}\n",
          "name: =\n",
          "name: ~a\n",
          "x: *unknown\nname: a\n",
          "name: a\nrequires:\n  db:\n  interface: x\n");
}
