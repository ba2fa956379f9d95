package dev.charmsignals.packing.charmcraft;

import static dev.charmsignals.packing.charmcraft.Charmcraft.HEAD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsRulesTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'provides: {a: {interface: juju-info}}' => 7:16 endpoint \"a\" has the interface \"juju-info\", which only Juju provides; write for example \"my-signals\"",
        "'provides: {a: b}\npeers: {a: b}' => '8:9 endpoint \"a\" is declared in line 7 already; give one of the two another name'",
        "'requires: {a: }' => '7:12 endpoint \"a\" has nothing; write \"a: {interface: my-signals}\"'",
        "'requires: {a: {interface: b, limit: -1}}' => '7:30 endpoint \"a\": \"limit\" is -1; the least is 0'",
        "'requires: {a: {interface: b, limit: one}}' => '7:37 endpoint \"a\": \"limit\" is \"one\"; it has to be a whole number'",
        "'requires: {a: {interface: b, scope: local}}' => '7:30 endpoint \"a\": \"scope\" is \"local\"; it can be global or container'",
        "'requires: {a: {interface: 5}}' => '7:27 endpoint \"a\": \"interface\" is the number 5; it has to be text in quotes'",
        "'subordinate: true\nrequires: {a: b}' => '7:1 a subordinate charm has to require an endpoint in the container of another; write \"requires: {juju-info: {interface: juju-info, scope: container}}\"'",
        "'extra-bindings: {}' => '7:1 \"extra-bindings\" is empty; remove it, or write \"extra-bindings: {cluster: }\"'",
        "'peers: {a: b}\nextra-bindings: {a: }' => '8:18 extra binding \"a\" is an endpoint in line 7, which can be bound without it'",
        "'extra-bindings: {a: b}' => '7:21 extra binding \"a\" has \"b\"; write \"a:\" and nothing behind it'",
      })
  void tellsWhatIsWrongWithAnEndpoint(String text, String mistake) {
    assertEquals(List.of(mistake), Charmcraft.mistakes(directory, HEAD + text));
  }

  @Test
  void letsASubordinateRequireWhatJujuProvides() {
    String text =
        "requires: {juju-info: {interface: juju-info, scope: container}}\nsubordinate: true";

    assertEquals("panel", Charmcraft.read(directory, HEAD + text).name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'config: {}' => 7:1 config: \"options\" is missing; write \"options: {port: {type: int}}\", or remove \"config\"",
        "'config: {options: {a.b: {type: int}}}' => '7:20 config: option name \"a.b\" is not made of letters, digits, - and _; write for example \"port\"'",
        "'config: {options: {a: {default: 1}}}' => '7:20 option \"a\": \"type\" is missing; it can be string, int, float, boolean or secret'",
        "'config: {options: {a: {type: number}}}' => '7:24 option \"a\": \"type\" is \"number\"; it can be string, int, float, boolean or secret'",
        "'config: {options: {a: {type: string, default: 5}}}' => '7:47 option \"a\": its type is string, which its default, the number 5, is not; write for example \"default: ''5''\"'",
        "'config: {options: {a: {type: float, default: x}}}' => '7:46 option \"a\": its type is float, which its default, \"x\", is not; write for example \"default: 0.5\"'",
        "'config: {options: {a: {type: boolean, default: 1}}}' => '7:48 option \"a\": its type is boolean, which its default, the number 1, is not; write for example \"default: false\"'",
        "'config: {options: {a: {type: secret, default: x}}}' => '7:47 option \"a\": its type is secret, which its default, \"x\", is not; write for example \"default: secret:d7pmi0n7c41c7lkdos2g\"'",
      })
  void tellsWhatIsWrongWithAnOption(String text, String mistake) {
    assertEquals(List.of(mistake), Charmcraft.mistakes(directory, HEAD + text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'storage: {a: {}}' => 7:11 storage \"a\": \"type\" is missing; write \"type: filesystem\"",
        "'storage: {a: {type: tape}}' => '7:15 storage \"a\": \"type\" is \"tape\"; it can be filesystem or block'",
        "'storage: {a: {type: block, location: /a}}' => '7:28 storage \"a\": a block device has no location; remove it, or write \"type: filesystem\"'",
        "'storage: {a: {type: block, multiple: {range: 3-1}}}' => '7:46 storage \"a\": its range is \"3-1\"; write for example 1, 0-3, 2- or 2+'",
        "'storage: {a: {type: block, multiple: {range: 0}}}' => '7:46 storage \"a\": its range is the number 0; write for example 1, 0-3, 2- or 2+'",
        "'storage: {a: {type: block, minimum-size: big}}' => '7:42 storage \"a\": its \"minimum-size\" is \"big\"; write for example \"10G\"'",
        "'storage: {a: {type: block, properties: [slow]}}' => '7:28 storage \"a\": Juju knows no property \"slow\", only \"transient\"'",
        "'devices: {a: {type: gpu, countmin: 2, countmax: 1}}' => '7:39 device \"a\": \"countmax\" is 1, below \"countmin\", 2'",
      })
  void tellsWhatIsWrongWithStorage(String text, String mistake) {
    assertEquals(List.of(mistake), Charmcraft.mistakes(directory, HEAD + text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'resources: {a: {type: file}}' => 7:13 resource \"a\": \"filename\" is missing; write \"filename: a.zip\"",
        "'resources: {a: {type: file, filename: b/c}}' => '7:29 resource \"a\": \"filename\" is \"b/c\"; write the name without directories'",
        "'resources: {a: {description: b}}' => '7:13 resource \"a\": \"type\" is missing; it can be file or oci-image'",
        "'containers: {a: {resource: b}}' => '7:18 container \"a\": there is no resource \"b\"; write \"resources: {b: {type: oci-image}}\"'",
        "'resources: {b: {type: file, filename: c}}\ncontainers: {a: {resource: b}}' => '8:18 container \"a\": resource \"b\" is a file; give it \"type: oci-image\"'",
        "'containers: {A: {}}' => '7:14 container name \"A\" is not made of lower-case words joined by -, 63 letters at most; write for example \"workload\"'",
        "'containers: {a: {uid: 1000}}' => '7:18 container \"a\": \"uid\" is 1000, and Juju keeps 1000 to 9999 for itself; write for example 584792'",
        "'containers: {a: {mounts: [{storage: b, location: /b}]}}' => '7:28 container \"a\": there is no storage \"b\"; write \"storage: {b: {type: filesystem}}\"'",
        "'storage: {b: {type: filesystem}}\ncontainers: {a: {mounts: [{storage: b}]}}' => '8:27 container \"a\": \"location\" is missing; write \"location: /data\"'",
        "'containers: {a: {mounts: [b]}}' => '7:27 container \"a\": a mount is \"b\"; write \"{storage: data, location: /data}\"'",
      })
  void tellsWhatIsWrongWithAContainer(String text, String mistake) {
    assertEquals(List.of(mistake), Charmcraft.mistakes(directory, HEAD + text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'actions: {Back_up: {}}' => 7:11 action name \"Back_up\" is not made of lower-case words joined by -; write for example \"back-up\"",
        "'actions: {juju-run: {}}' => '7:11 action name \"juju-run\" is one that Juju keeps for itself; write for example \"my-juju-run\"'",
        "'actions: {a: {params: [b]}}' => '7:23 action \"a\": \"params\" is a list; it has to be a mapping'",
        "'actions: {a: {params: {b: string}}}' => '7:27 action \"a\": parameter \"b\" is \"string\"; write for example \"{type: string}\"'",
        "'actions: {a: {params: {b: {type: int}}}}' => '7:34 action \"a\": parameter \"b\" has the type \"int\"; it can be string, integer, number, boolean, array, object or null'",
        "'actions: {a: {params: {b: {type: string, minLength: -1}}}}' => '7:53 action \"a\": parameter \"b\" has the number -1 as \"minLength\"; it has to be a whole number from 0'",
        "'actions: {a: {params: {b: {pattern: \"[a\"}}}}' => '7:37 action \"a\": parameter \"b\" has the pattern \"[a\", which Juju (RE2) cannot compile: missing closing ] at \"[a\"'",
        "'actions: {a: {params: {b: {pattern: \"^(?!x)\"}}}}' => '7:37 action \"a\": parameter \"b\" has the pattern \"^(?!x)\", which Juju (RE2) cannot compile: invalid or unsupported Perl syntax at \"(?!\"'",
        "'actions: {a: {params: {b: {patternProperties: {\"(a)\\\\1\": {}}}}}}' => '7:48 action \"a\": parameter \"b\" has the pattern \"(a)\\1\", which Juju (RE2) cannot compile: invalid escape sequence at \"\\1\"'",
        "'actions: {a: {params: {b: {enum: []}}}}' => '7:34 action \"a\": parameter \"b\" has a list as \"enum\"; it has to be a list of at least one value'",
        "'actions: {a: {params: {b: {required: true}}}}' => '7:38 action \"a\": parameter \"b\" has the boolean true as \"required\"; it has to be a list of names'",
        "'actions: {a: {params: {b: {items: {$ref: x}}}}}' => '7:36 action \"a\": parameter \"b\" has \"$ref\", which Juju refuses; write the schema out'",
        "'actions: {a: {params: {b: {properties: {c: {type: odd}}}}}}' => '7:51 action \"a\": parameter \"b\" has the type \"odd\"; it can be string, integer, number, boolean, array, object or null'",
        "'actions: {a: {required: [b]}}' => '7:15 action \"a\": it requires the parameter \"b\", which it does not have; it has none'",
        "'actions: {a: {additionalProperties: 5}}' => '7:37 action \"a\": its schema is the number 5; write for example \"{type: string}\"'",
        "'actions: {a: {parallel: maybe}}' => '7:25 action \"a\": \"parallel\" is \"maybe\"; it has to be true or false'",
      })
  void tellsWhatIsWrongWithAnAction(String text, String mistake) {
    assertEquals(List.of(mistake), Charmcraft.mistakes(directory, HEAD + text));
  }
}
