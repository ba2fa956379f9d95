package dev.charmsignals.testkit.agent;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an agent notes down of the charm that it unpacked: which one it is, and which files it has.
 *
 * @param agentDirectory the agent's own directory
 */
record DeployedFiles(Path agentDirectory) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .build();

  /** Returns how the controller calls the charm that was unpacked last. */
  Optional<String> url() {
    try {
      Path file = charmUrl();
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read which charm is in " + agentDirectory, e);
    }
  }

  /** Returns the files of the charm that was unpacked last. */
  SortedSet<String> files() throws IOException {
    Path manifest = url().map(this::manifest).orElse(agentDirectory);
    return Files.isRegularFile(manifest)
        ? YAML.readValue(Files.readString(manifest), new TypeReference<TreeSet<String>>() {})
        : new TreeSet<>();
  }

  /** Another charm is about to be unpacked. */
  void begin(String url, SortedSet<String> files) throws IOException {
    Path manifest = manifest(url);
    Files.createDirectories(manifest.getParent());
    Files.writeString(manifest, YAML.writeValueAsString(files));
    Files.writeString(deploying(), url + "\n");
  }

  /** It has been unpacked. */
  void end() throws IOException {
    Files.move(deploying(), charmUrl(), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path charmUrl() {
    return agentDirectory.resolve("charm/.juju-charm");
  }

  private Path deploying() {
    return agentDirectory.resolve("charm/.juju-deploying");
  }

  private Path manifest(String url) {
    return agentDirectory.resolve("state/deployer/manifests").resolve(quoted(url));
  }

  /** Letters, digits, dots and dashes stand for themselves in the name of a file. */
  private static String quoted(String url) {
    StringBuilder name = new StringBuilder();
    for (char c : url.toCharArray()) {
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (plain || c == '.' || c == '-') {
        name.append(c);
      } else {
        name.append('_').append(Integer.toHexString(c)).append('_');
      }
    }
    return name.toString();
  }
}
