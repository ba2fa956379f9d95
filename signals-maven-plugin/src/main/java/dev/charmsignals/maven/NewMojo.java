package dev.charmsignals.maven;

import dev.charmsignals.packing.PackingException;
import dev.charmsignals.packing.newcharm.NewCharm;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Begins the project of a new charm, which builds, passes its tests, and is packed at once. */
@Mojo(name = "new", requiresProject = false, threadSafe = true)
public final class NewMojo extends AbstractMojo {

  /** What the charm is called. */
  @Parameter(property = "name", required = true)
  private String name;

  /** The package of its classes. */
  @Parameter(property = "package", defaultValue = "com.example")
  private String javaPackage;

  /** Where the project begins; a directory with the name of the charm. */
  @Parameter(property = "directory")
  private @Nullable File directory;

  /** Called by Maven. */
  public NewMojo() {}

  @Override
  public void execute() throws MojoFailureException {
    Path project = Optional.ofNullable(directory).map(File::toPath).orElse(Path.of(name));
    try {
      new NewCharm(name, javaPackage).write(project.toAbsolutePath());
    } catch (PackingException e) {
      throw Failure.of("The charm cannot be begun", e);
    } catch (UncheckedIOException e) {
      throw Failure.of("The charm cannot be begun", e);
    }
    getLog().info("Begun in %s; go there and run \"mvn verify\"".formatted(project));
  }
}
