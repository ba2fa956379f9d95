package dev.charmsignals.histories;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Loads all of Charm Signals once more, with one class compiled from a source with a fault. */
final class FaultyLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private FaultyLoader(URL[] places) {
    super(places, FaultyLoader.class.getClassLoader());
  }

  /** Compiles the faulty class into a directory and returns a loader that prefers it. */
  static FaultyLoader with(SeededFault fault, Path directory) throws IOException {
    Path repository = Path.of("").toAbsolutePath();
    if (!Files.isDirectory(repository.resolve(fault.module()))) {
      repository = Objects.requireNonNull(repository.getParent());
    }
    String file = "dev/charmsignals/" + fault.file() + ".java";
    Path source = repository.resolve(fault.module()).resolve("src/main/java").resolve(file);
    Path faulty = directory.resolve("source").resolve(file);
    Files.createDirectories(Objects.requireNonNull(faulty.getParent()));
    Files.writeString(faulty, fault.seed(Files.readString(source)));
    Path classes = Files.createDirectories(directory.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int status =
        compiler.run(
            null,
            null,
            null,
            "-nowarn",
            "-proc:none",
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            faulty.toString());
    if (status != 0) {
      throw new IllegalStateException("The source with the fault " + fault + " does not compile");
    }
    return new FaultyLoader(places(classes));
  }

  private static URL[] places(Path first) throws MalformedURLException {
    List<URL> places = new ArrayList<>();
    places.add(first.toUri().toURL());
    for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
      places.add(Path.of(place).toUri().toURL());
    }
    return places.toArray(new URL[0]);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("dev.charmsignals.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : findClass(name);
    }
  }
}
