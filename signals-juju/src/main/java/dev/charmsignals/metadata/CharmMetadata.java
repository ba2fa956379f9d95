package dev.charmsignals.metadata;

import dev.charmsignals.name.Endpoints;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the charm declares about itself: its name, endpoints, storages and workload containers.
 *
 * <p>Read once per hook, before the charm is created, so that a charm which names an endpoint it
 * does not declare fails at start-up. Immutable.
 */
public final class CharmMetadata implements Endpoints {

  private static final int MAX_BYTES = 1024 * 1024;

  private final Path file;
  private final String name;
  private final Map<String, Endpoint> endpoints;
  private final List<String> storages;
  private final List<String> containers;
  private final List<String> resources;

  /** Keeps the map as it is; its order is that of {@link #endpoints()}. */
  CharmMetadata(
      Path file,
      String name,
      Map<String, Endpoint> endpoints,
      List<String> storages,
      List<String> containers,
      List<String> resources) {
    this.file = file;
    this.name = name;
    this.endpoints = endpoints;
    this.storages = List.copyOf(storages);
    this.containers = List.copyOf(containers);
    this.resources = List.copyOf(resources);
  }

  /**
   * Reads {@code metadata.yaml} of a charm directory or, in a directory that was not packed yet and
   * has none, {@code charmcraft.yaml}.
   *
   * @throws CharmMetadataException if both are missing, or what is there is too large, not YAML, or
   *     declares what Juju would refuse
   */
  public static CharmMetadata read(Path charmDirectory) {
    Path packed = charmDirectory.resolve("metadata.yaml");
    Path source = charmDirectory.resolve("charmcraft.yaml");
    Path file = Files.exists(packed) || !Files.exists(source) ? packed : source;
    if (!Files.exists(file)) {
      throw new CharmMetadataException(file, 0, "is missing", MetadataReader.EXAMPLE);
    }
    return MetadataReader.read(file, text(file));
  }

  /**
   * Returns the names of the actions that a charm directory declares: in {@code actions.yaml} or,
   * where that is missing, in {@code charmcraft.yaml}.
   *
   * @throws CharmMetadataException if the file is too large, not YAML, or no mapping of actions
   */
  public static List<String> readActions(Path charmDirectory) {
    Path packed = charmDirectory.resolve("actions.yaml");
    if (Files.exists(packed)) {
      return MetadataReader.readActions(packed, text(packed));
    }
    Path source = charmDirectory.resolve("charmcraft.yaml");
    return Files.exists(source)
        ? MetadataReader.readActionsSection(source, text(source))
        : List.of();
  }

  private static String text(Path file) {
    try (InputStream in = new FileInputStream(file.toFile())) { // a channel loads 30 classes more
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new CharmMetadataException(
            file, 0, "is larger than 1 MiB, so it is no metadata", MetadataReader.EXAMPLE);
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.indexOf('\ufffd') < 0 ? text : decoded(bytes);
    } catch (CharacterCodingException e) {
      throw new CharmMetadataException(file, "is not UTF-8", MetadataReader.EXAMPLE, e);
    } catch (IOException e) {
      throw new CharmMetadataException(file, "cannot be read", MetadataReader.EXAMPLE, e);
    }
  }

  /** Decodes what holds a replacement character, be it written there or put in while decoding. */
  private static String decoded(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** Returns the file this was read from. */
  public Path file() {
    return file;
  }

  /** Returns the charm's name, which need not be the application's. */
  public String name() {
    return name;
  }

  /** Returns all endpoints: provided, required, then peers, each in the order of the file. */
  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints.values());
  }

  /** Returns the endpoint of that name, if it is declared. */
  public Optional<Endpoint> endpoint(String endpointName) {
    return Optional.ofNullable(endpoints.get(endpointName));
  }

  /** Returns the endpoints' names, in the order of {@link #endpoints()}. */
  @Override
  public List<String> names() {
    return List.copyOf(endpoints.keySet());
  }

  /** Returns the names of the declared storages, in the order of the file. */
  public List<String> storages() {
    return storages;
  }

  /** Returns the names of the declared workload containers, in the order of the file. */
  public List<String> containers() {
    return containers;
  }

  /** Returns the names of the declared resources, in the order of the file. */
  public List<String> resources() {
    return resources;
  }

  @Override
  public boolean isPeer(String endpointName) {
    Endpoint endpoint = endpoints.get(endpointName);
    return endpoint != null && endpoint.role() == Role.PEERS;
  }

  @Override
  public boolean isDeclared(String endpointName, String section, String interfaceName) {
    Endpoint endpoint = endpoints.get(endpointName);
    return endpoint != null
        && endpoint.role().section().equals(section)
        && endpoint.interfaceName().equals(interfaceName);
  }
}
