package dev.charmsignals.maven;

import dev.charmsignals.packing.PackingException;
import dev.charmsignals.packing.charmcraft.CharmSource;
import java.io.File;
import java.io.UncheckedIOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Checks charmcraft.yaml before anything is compiled, and tells every mistake in it. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class CheckMojo extends AbstractMojo {

  /** The file that says what the charm is. */
  @Parameter(property = "charm.charmcraft", defaultValue = "${project.basedir}/charmcraft.yaml")
  private File charmcraft;

  /** Leaves everything out. */
  @Parameter(property = "charm.skip", defaultValue = "false")
  private boolean skip;

  /** Called by Maven. */
  public CheckMojo() {}

  @Override
  public void execute() throws MojoFailureException {
    if (skip) {
      return;
    }
    try {
      CharmSource.read(charmcraft.toPath());
    } catch (PackingException e) {
      throw Failure.of("The charm cannot be packed", e);
    } catch (UncheckedIOException e) {
      throw Failure.of("The charm cannot be packed", e);
    }
  }
}
