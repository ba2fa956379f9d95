/** A charm may be a module: those of Charm Signals have names that stay. */
@SuppressWarnings("requires-automatic")
module com.example.beacon {
  requires dev.charmsignals.core;
  requires dev.charmsignals.juju;
}
