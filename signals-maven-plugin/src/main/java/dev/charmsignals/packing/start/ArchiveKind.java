package dev.charmsignals.packing.start;

import java.util.ArrayList;
import java.util.List;

/**
 * How a release of Java keeps classes ready to map: a class-data archive, or from 25 on a cache
 * that holds them linked.
 */
enum ArchiveKind {
  CLASS_DATA("lib/charm.jsa", "-XX:SharedArchiveFile="),
  AOT_CACHE("lib/charm.aot", "-XX:AOTCache=");

  private static final int FIRST_WITH_USEFUL_CACHE = 25;

  private final String file;
  private final String option;

  ArchiveKind(String file, String option) {
    this.file = file;
    this.option = option;
  }

  static ArchiveKind of(int release) {
    return release >= FIRST_WITH_USEFUL_CACHE ? AOT_CACHE : CLASS_DATA;
  }

  /** Where it is in the charm. */
  String file() {
    return file;
  }

  /** Options that have Java use it, and do less besides; silently without it where it is no use. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    // First, for a runtime that somebody has put in the place of the charm's own.
    options.add("-XX:+IgnoreUnrecognizedVMOptions");
    options.addAll(withoutCode());
    options.add(option + file);
    // Java moves an archive to a random address, for which it has to change most of its pages.
    options.add("-XX:+UnlockDiagnosticVMOptions");
    options.add("-XX:ArchiveRelocationMode=0");
    options.addAll(
        List.of(
            // An archive that does not fit is no news for the Juju log. What JAVA_TOOL_OPTIONS has
            // Java log to a file is left alone.
            "-Xlog:all=off",
            // What Java finds otherwise by looking into every jar, and by putting methods together.
            "-Djava.nio.channels.spi.SelectorProvider=sun.nio.ch.EPollSelectorProvider",
            "-Djdk.reflect.useNativeAccessorOnly=true"));
    return options;
  }

  /**
   * Options that keep code out of a cache, where Java 25 puts some that it made for the processor
   * of the machine that packs, and does not look whether a unit's processor knows its instructions.
   */
  private List<String> withoutCode() {
    return this == AOT_CACHE
        ? List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTAdapterCaching")
        : List.of();
  }

  /** Options that have a rehearsal note the classes in a file. */
  List<String> noting(String classes) {
    return this == AOT_CACHE
        ? and(withoutCode(), "-XX:AOTMode=record", "-XX:AOTConfiguration=" + classes)
        : List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + classes);
  }

  /**
   * Options that make the archive of the classes in a file.
   *
   * @param loads gets a line for each class that is loaded, with the thread that did
   */
  List<String> making(String classes, String loads) {
    return this == AOT_CACHE
        ? and(withoutCode(), "-XX:AOTMode=create", "-XX:AOTConfiguration=" + classes, option + file)
        : List.of(
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + classes,
            option + file,
            "-Xlog:class+load:file=" + loads + ":tid",
            // Java counts how often compiled methods run and interpreted ones throw, and keeps the
            // counters, with random addresses in them: so no compiler, and no -Xrs, with which it
            // throws that it cannot handle signals.
            "-Xint",
            "-XX:-ReduceSignalUsage");
  }

  /** Options that use the archive or nothing. */
  List<String> insisting() {
    List<String> insisting = new ArrayList<>(options());
    insisting.add(this == AOT_CACHE ? "-XX:AOTMode=on" : "-Xshare:on");
    return insisting;
  }

  private static List<String> and(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
