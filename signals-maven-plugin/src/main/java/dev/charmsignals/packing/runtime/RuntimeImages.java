package dev.charmsignals.packing.runtime;

import dev.charmsignals.packing.TemporaryDirectory;
import dev.charmsignals.packing.charmcraft.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes Java runtimes of just the modules in use, and keeps them: linking one takes seconds, and
 * charms that use the same modules share one.
 */
public final class RuntimeImages {

  /** What is done to an image that was linked; it changes when that does. */
  private static final String AFTERWARDS = "\nsettings without comments";

  private final Path cache;
  private final Jdk own;
  private final Map<String, Path> jdks;
  private final Set<String> moreModules;
  private final List<String> options;

  /**
   * Prepares to make runtimes.
   *
   * @param cache the directory that keeps them
   * @param own the JDK that makes them, and is linked where {@code jdks} names no other
   * @param jdks the homes of JDKs by architecture, of the same release as {@code own}
   * @param moreModules modules that are needed though no jar says so
   * @param options further options of jlink
   */
  public RuntimeImages(
      Path cache, Path own, Map<String, Path> jdks, Set<String> moreModules, List<String> options) {
    this.cache = cache;
    this.own = new Jdk(own);
    this.jdks = Map.copyOf(jdks);
    this.moreModules = Set.copyOf(moreModules);
    this.options = List.copyOf(options);
  }

  /** Returns whether there is a JDK for a platform: one that was named, or that of this machine. */
  public boolean canServe(Platform platform) {
    return jdks.containsKey(platform.architecture())
        || platform.architecture().equals(ownArchitecture());
  }

  /** Returns the architecture of the JDK that makes the runtimes, in Juju's words. */
  public String ownArchitecture() {
    try {
      return LinuxProgram.architecture(own.tool("java")).orElse("another system than Linux");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + own.home(), e);
    }
  }

  /**
   * Returns a runtime for jars on a platform, which is made unless it is there already.
   *
   * @return its directory, which is to be copied and never changed
   * @throws RuntimeImageException if it cannot be made, or would not run on the platform
   */
  public Path image(List<Path> jars, Platform platform) {
    SortedSet<String> modules = new TreeSet<>(JavaModules.neededBy(jars));
    modules.addAll(moreModules);
    Jdk target = Optional.ofNullable(jdks.get(platform.architecture())).map(Jdk::new).orElse(own);
    List<String> recipe = recipe(target, modules);
    Path image =
        cache.resolve(
            "java-%s-%s-%s"
                .formatted(target.version(), platform.architecture(), fingerprint(recipe)));
    synchronized (RuntimeImages.class) { // modules of one build may be packed at the same time
      if (!Files.exists(image.resolve("bin/java"))) {
        link(recipe, image);
      }
    }
    ImageCheck.check(
        image,
        target.home(),
        platform.system() + "-" + platform.channel(),
        platform.architecture());
    return image;
  }

  private List<String> recipe(Jdk target, SortedSet<String> modules) {
    // A JDK of this architecture links itself, so that its release need not be that of our own.
    boolean foreign = !target.equals(own) && !runsHere(target);
    List<String> recipe = new ArrayList<>();
    recipe.add((foreign ? own : target).tool("jlink").toString());
    if (Files.isDirectory(target.modules())) {
      recipe.addAll(List.of("--module-path", target.modules().toString()));
    } else if (foreign) {
      throw new RuntimeImageException(
          "%s has no directory jmods, without which it cannot be linked on another architecture"
              .formatted(target.home()));
    }
    recipe.addAll(List.of("--add-modules", String.join(",", modules)));
    // Left uncompressed: the archive compresses it better as a whole, and it starts faster.
    recipe.addAll(List.of("--strip-java-debug-attributes", "--no-header-files", "--no-man-pages"));
    recipe.addAll(options);
    return recipe;
  }

  private boolean runsHere(Jdk target) {
    try {
      return LinuxProgram.architecture(target.home().resolve("bin/java"))
          .equals(Optional.of(ownArchitecture()));
    } catch (IOException e) {
      return false;
    }
  }

  private void link(List<String> recipe, Path image) {
    try {
      Files.createDirectories(cache);
      try (TemporaryDirectory work = TemporaryDirectory.in(cache, "draft")) {
        Path draft = work.path().resolve("image");
        List<String> command = new ArrayList<>(recipe);
        command.addAll(List.of("--output", draft.toString()));
        run(command);
        SecuritySettings.withoutComments(draft);
        keep(draft, image);
      }
    } catch (IOException e) {
      throw new RuntimeImageException("Cannot make the runtime " + image, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeImageException("Interrupted while making the runtime " + image, e);
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int status = process.waitFor();
      if (status != 0) {
        throw new RuntimeImageException(
            "jlink failed with status %d: %s%n%s"
                .formatted(status, output, String.join(" ", command)));
      }
    } finally {
      process.destroyForcibly(); // does nothing to a process that has ended
    }
  }

  private static void keep(Path draft, Path image) throws IOException {
    try {
      Files.move(draft, image);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another build was faster, and what it made is the same.
      if (!Files.exists(image.resolve("bin/java"))) {
        throw e;
      }
    }
  }

  /** A home and its version say which JDK it is, a home alone does not: it may be upgraded. */
  private static String fingerprint(List<String> recipe) {
    String all = String.join("\n", recipe) + AFTERWARDS;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
