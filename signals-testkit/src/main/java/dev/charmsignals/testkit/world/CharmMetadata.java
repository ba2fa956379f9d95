package dev.charmsignals.testkit.world;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What Juju reads about a charm before it runs a hook.
 *
 * @param name the charm's name
 * @param subordinate whether its units live beside those of another charm
 * @param endpoints by name
 * @param options by name
 * @param extraBindings further names that network-get accepts
 * @param actions by name
 * @param storages by name
 * @param resources by name
 * @param containers the names of the containers beside the charm's, on Kubernetes
 */
public record CharmMetadata(
    String name,
    boolean subordinate,
    SortedMap<String, Endpoint> endpoints,
    SortedMap<String, ConfigOption> options,
    Set<String> extraBindings,
    SortedMap<String, ActionSpec> actions,
    SortedMap<String, StorageSpec> storages,
    SortedMap<String, ResourceSpec> resources,
    SortedSet<String> containers) {

  /** Copies what it is given. */
  public CharmMetadata {
    endpoints = Collections.unmodifiableSortedMap(new TreeMap<>(endpoints));
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    extraBindings = Set.copyOf(extraBindings);
    actions = Collections.unmodifiableSortedMap(new TreeMap<>(actions));
    storages = Collections.unmodifiableSortedMap(new TreeMap<>(storages));
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
    containers = Collections.unmodifiableSortedSet(new TreeSet<>(containers));
  }

  /**
   * Reads {@code metadata.yaml}, or a {@code charmcraft.yaml} with its sections {@code config} and
   * {@code actions}.
   *
   * @throws ImpossibleWorldException when Juju would not accept the charm
   */
  public static CharmMetadata parse(String yaml) {
    return MetadataReader.read(yaml, "", "");
  }

  /**
   * Reads {@code metadata.yaml} and {@code config.yaml}.
   *
   * @throws ImpossibleWorldException when Juju would not accept the charm
   */
  public static CharmMetadata parse(String metadataYaml, String configYaml) {
    return MetadataReader.read(metadataYaml, configYaml, "");
  }

  /**
   * Reads {@code metadata.yaml}, {@code config.yaml} and {@code actions.yaml}.
   *
   * @throws ImpossibleWorldException when Juju would not accept the charm
   */
  public static CharmMetadata parse(String metadataYaml, String configYaml, String actionsYaml) {
    return MetadataReader.read(metadataYaml, configYaml, actionsYaml);
  }

  /**
   * Reads the files of a charm directory: {@code metadata.yaml}, {@code config.yaml} and {@code
   * actions.yaml} if there are any, else {@code charmcraft.yaml}.
   *
   * @throws ImpossibleWorldException when Juju would not accept the charm
   */
  public static CharmMetadata read(Path charmDirectory) {
    return MetadataReader.read(charmDirectory);
  }

  /** Returns how a controller calls the charm that it was given under this number. */
  public String url(int revision) {
    return "local:" + name + "-" + revision;
  }

  /** Returns an endpoint by name. */
  public Optional<Endpoint> endpoint(String endpointName) {
    return Optional.ofNullable(endpoints.get(endpointName));
  }

  /** Returns the name of every hook the charm can have. */
  public Set<String> hookNames() {
    Set<String> names = new TreeSet<>();
    for (HookKind kind : HookKind.values()) {
      if (!kind.isHook()) {
        continue;
      }
      if (kind.isStorage()) {
        storages.keySet().forEach(storage -> names.add(storage + "-" + kind.word()));
      } else if (kind.isWorkload()) {
        containers.forEach(container -> names.add(container + "-" + kind.word()));
      } else if (kind.isRelation()) {
        endpoints.keySet().forEach(endpoint -> names.add(endpoint + "-" + kind.word()));
      } else {
        names.add(kind.word());
      }
    }
    return names;
  }

  boolean hasBinding(String binding) {
    return endpoints.containsKey(binding)
        || extraBindings.contains(binding)
        || binding.equals("juju-info");
  }
}
