package dev.charmsignals.testkit.world;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The environment of a hook, exactly as contract section 1.4 lists it. */
final class HookVariables {

  private final SortedMap<String, String> variables = new TreeMap<>();

  private HookVariables() {}

  static Map<String, String> of(
      Model model,
      Unit unit,
      Hook hook,
      String contextId,
      Path charmDirectory,
      String socket,
      String path) {
    HookVariables made = new HookVariables();
    made.place(charmDirectory, socket, path);
    made.model(model);
    made.unit(unit);
    made.set("JUJU_CONTEXT_ID", contextId);
    made.set("JUJU_HOOK_NAME", hook.kind().isHook() ? hook.name() : "");
    hook.dispatchPath().ifPresent(program -> made.set("JUJU_DISPATCH_PATH", program));
    if (hook.relation() >= 0) {
      made.relation(hook);
    }
    if (hook.subject() != HookSubject.NOTHING) {
      made.subject(hook.subject());
    }
    return made.variables;
  }

  private void place(Path charmDirectory, String socket, String path) {
    set("CHARM_DIR", charmDirectory.toString());
    set("JUJU_CHARM_DIR", charmDirectory.toString());
    set("JUJU_AGENT_SOCKET_ADDRESS", socket);
    set("JUJU_AGENT_SOCKET_NETWORK", "unix");
    set("PATH", path);
    set("APT_LISTCHANGES_FRONTEND", "none");
    set("DEBIAN_FRONTEND", "noninteractive");
    set("LANG", "C.UTF-8");
    set("TERM", "tmux-256color");
  }

  private void model(Model model) {
    set("JUJU_MODEL_UUID", model.modelUuid());
    set("JUJU_MODEL_NAME", "simulated");
    set("JUJU_API_ADDRESSES", "10.255.0.1:17070");
    set("JUJU_VERSION", model.flavour().version());
    set("CLOUD_API_VERSION", "");
    set("JUJU_CHARM_HTTP_PROXY", "");
    set("JUJU_CHARM_HTTPS_PROXY", "");
    set("JUJU_CHARM_FTP_PROXY", "");
    set("JUJU_CHARM_NO_PROXY", "127.0.0.1,localhost,::1");
    if (model.flavour() == JujuFlavour.JUJU_4) {
      set("JUJU_CHARM_TRACE_CONFIG_HTTP", "");
      set("JUJU_CHARM_TRACE_CONFIG_GRPC", "");
      set("JUJU_CHARM_TRACE_CONFIG_CA_CERT", "");
    } else {
      set("JUJU_SLA", "unsupported");
    }
  }

  private void unit(Unit unit) {
    boolean kubernetes = unit.application().kubernetes();
    set("JUJU_UNIT_NAME", unit.name());
    set("JUJU_MACHINE_ID", kubernetes ? "" : Integer.toString(unit.machine()));
    set("JUJU_AVAILABILITY_ZONE", kubernetes ? "" : "zone-1");
    set("JUJU_PRINCIPAL_UNIT", "");
  }

  private void relation(Hook hook) {
    set("JUJU_RELATION", hook.endpoint());
    set("JUJU_RELATION_ID", hook.endpoint() + ":" + hook.relation());
    set("JUJU_REMOTE_UNIT", hook.remoteUnit());
    set("JUJU_REMOTE_APP", hook.remoteApplication());
    if (hook.kind() == HookKind.RELATION_DEPARTED) {
      set("JUJU_DEPARTING_UNIT", hook.departingUnit());
    }
  }

  private void subject(HookSubject subject) {
    if (subject instanceof HookSubject.Action action) {
      set("JUJU_ACTION_NAME", action.name());
      set("JUJU_ACTION_UUID", action.id());
      set("JUJU_ACTION_TAG", "action-" + action.id());
    } else if (subject instanceof HookSubject.Secret secret) {
      set("JUJU_SECRET_ID", secret.uri());
      set("JUJU_SECRET_LABEL", secret.label());
      secret.revision().ifPresent(number -> set("JUJU_SECRET_REVISION", "" + number));
    } else if (subject instanceof HookSubject.Storage storage) {
      set("JUJU_STORAGE_ID", storage.id());
      set("JUJU_STORAGE_LOCATION", storage.location());
      set("JUJU_STORAGE_KIND", storage.kind());
    } else if (subject instanceof HookSubject.Container container) {
      set("JUJU_WORKLOAD_NAME", container.container());
    } else if (subject instanceof HookSubject.Notice notice) {
      set("JUJU_WORKLOAD_NAME", notice.container());
      set("JUJU_NOTICE_ID", notice.id());
      set("JUJU_NOTICE_TYPE", notice.type());
      set("JUJU_NOTICE_KEY", notice.key());
    } else if (subject instanceof HookSubject.Check check) {
      set("JUJU_WORKLOAD_NAME", check.container());
      set("JUJU_PEBBLE_CHECK_NAME", check.check());
    }
  }

  private void set(String name, String value) {
    variables.put(name, value);
  }
}
