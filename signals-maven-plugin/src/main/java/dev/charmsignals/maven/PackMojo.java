package dev.charmsignals.maven;

import dev.charmsignals.packing.PackingException;
import dev.charmsignals.packing.archive.CharmArchive;
import dev.charmsignals.packing.charm.CharmDirectory;
import dev.charmsignals.packing.charm.CharmParts;
import dev.charmsignals.packing.charm.Launch;
import dev.charmsignals.packing.charm.Library;
import dev.charmsignals.packing.charmcraft.CharmSource;
import dev.charmsignals.packing.charmcraft.Platform;
import dev.charmsignals.packing.runtime.RuntimeImages;
import dev.charmsignals.packing.start.ClassArchive;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Packs the project as a charm: an archive that Juju deploys for each platform of charmcraft.yaml,
 * and the same unpacked.
 */
@Mojo(
    name = "pack",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class PackMojo extends AbstractMojo {

  /** The file that says what the charm is. */
  @Parameter(property = "charm.charmcraft", defaultValue = "${project.basedir}/charmcraft.yaml")
  private File charmcraft;

  /** The class whose main method runs a hook. */
  @Parameter(property = "charm.mainClass", required = true)
  private String mainClass;

  /** The only platform to pack: an architecture, or with its base, as in ubuntu@24.04:arm64. */
  @Parameter(property = "charm.platform")
  private @Nullable String platform;

  /** A directory of files that become part of the charm as they are. */
  @Parameter(property = "charm.files", defaultValue = "${project.basedir}/src/main/charm")
  private File files;

  /** The directory that becomes what Juju unpacks; what it held before is deleted. */
  @Parameter(property = "charm.directory", defaultValue = "${project.build.directory}/charm")
  private File directory;

  /** The directory that the archives are written to. */
  @Parameter(property = "charm.archives", defaultValue = "${project.build.directory}")
  private File archives;

  /** What Juju shows as the version of the charm. */
  @Parameter(property = "charm.version", defaultValue = "${project.version}")
  private String version;

  /** The most memory that Java may take for objects in a hook. */
  @Parameter(property = "charm.heap", defaultValue = "64m")
  private String heap;

  /** Further options of Java in a hook, such as -Dname=value. */
  @Parameter private List<String> options = List.of();

  /** Whether the charm brings its Java runtime along; if not, it uses that of the machine. */
  @Parameter(property = "charm.runtime", defaultValue = "true")
  private boolean runtime;

  /** The JDK that makes the runtime, and becomes it; the one that Maven runs on. */
  @Parameter(property = "charm.jdk", defaultValue = "${java.home}")
  private File jdk;

  /** JDKs for other architectures, by Juju's names of them; of the same release as jdk. */
  @Parameter private Map<String, File> jdks = Map.of();

  /** Modules of the JDK that the charm needs though its jars do not say so. */
  @Parameter private List<String> modules = List.of();

  /** Further options of jlink. */
  @Parameter private List<String> jlinkOptions = List.of();

  /** Where runtimes are kept, so that charms of the same modules share one. */
  @Parameter(property = "charm.runtimes", defaultValue = "${project.build.directory}/runtimes")
  private File runtimes;

  /** The time that the entries of the archive carry. */
  @Parameter(defaultValue = "${project.build.outputTimestamp}")
  private String outputTimestamp;

  /** Leaves everything out. */
  @Parameter(property = "charm.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** The directory that Maven was started for, where a LICENSE for all modules can be. */
  @Parameter(defaultValue = "${maven.multiModuleProjectDirectory}", readonly = true)
  private File root;

  /** Called by Maven. */
  public PackMojo() {}

  @Override
  public void execute() throws MojoFailureException {
    if (skip) {
      return;
    }
    try {
      pack();
    } catch (PackingException e) {
      throw Failure.of("The charm cannot be packed", e);
    } catch (UncheckedIOException e) {
      throw Failure.of("The charm cannot be packed", e);
    }
  }

  private void pack() throws MojoFailureException {
    CharmSource source = CharmSource.read(charmcraft.toPath());
    List<Platform> platforms = chosenOf(source);
    List<Library> libraries = new ProjectJars(project).libraries();
    CharmParts parts =
        new CharmParts(
            source,
            files.toPath(),
            Documents.of(project.getBasedir().toPath(), root.toPath()),
            libraries,
            new Launch(mainClass, heap, options),
            version);
    RuntimeImages images =
        new RuntimeImages(
            runtimes.toPath(),
            jdk.toPath(),
            jdks.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toPath())),
            new HashSet<>(modules),
            jlinkOptions);
    int packed = 0;
    for (Platform platform : thisMachineLast(platforms)) {
      deleteOld(archive(source, platform));
      if (runtime && !images.canServe(platform)) {
        getLog()
            .warn(
                "Left out %s: there is no JDK for it; name one in <jdks>, or set <runtime>false</runtime>"
                    .formatted(platform.label()));
      } else {
        pack(parts, platform, runtime ? Optional.of(images) : Optional.empty());
        packed++;
      }
    }
    if (packed == 0) {
      throw new MojoFailureException(
          "There is a JDK for none of the platforms to pack; name one in <jdks>, run Maven on such a"
              + " machine, or set <runtime>false</runtime>");
    }
  }

  private Path archive(CharmSource source, Platform platform) {
    return archives.toPath().resolve("%s_%s.charm".formatted(source.name(), platform.label()));
  }

  /** Nobody is to deploy what a build before this one has left. */
  private static void deleteOld(Path archive) {
    try {
      Files.deleteIfExists(archive);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + archive, e);
    }
  }

  private List<Platform> chosenOf(CharmSource source) throws MojoFailureException {
    if (platform == null) {
      return source.platforms();
    }
    List<Platform> chosen = source.platformsCalled(platform);
    if (chosen.isEmpty()) {
      throw new MojoFailureException(
          "\"%s\" is no platform of %s, which has %s"
              .formatted(
                  platform,
                  charmcraft,
                  source.platforms().stream()
                      .map(Platform::name)
                      .collect(Collectors.joining(", "))));
    }
    return chosen;
  }

  private void pack(CharmParts parts, Platform platform, Optional<RuntimeImages> images)
      throws MojoFailureException {
    List<Path> jars = parts.libraries().stream().map(Library::file).toList();
    CharmDirectory.make(
        directory.toPath(), parts, platform, images.map(each -> each.image(jars, platform)));
    Path archive = archive(parts.source(), platform);
    CharmArchive.write(directory.toPath(), archive, Timestamp.of(outputTimestamp));
    getLog().info("Packed %s (%d KiB)".formatted(archive, archive.toFile().length() / 1024));
    if (images.isPresent() && !ClassArchive.isIn(directory.toPath())) {
      getLog()
          .info(
              "It brings no archive of its classes, so its hooks start more slowly: its runtime does"
                  + " not run here, dispatch is your own, or -Xshare:off is set");
    }
  }

  /** The directory is made once per platform, and what is left is for this machine. */
  private static List<Platform> thisMachineLast(List<Platform> platforms) {
    List<Platform> ordered = new ArrayList<>(platforms);
    ordered.sort(Comparator.comparing(Platform::isOfThisMachine));
    return ordered;
  }
}
