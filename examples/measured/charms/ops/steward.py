"""Greets whom config names, and shows the worse of its two duties."""

import ops


class StewardCharm(ops.CharmBase):
    def __init__(self, framework: ops.Framework):
        super().__init__(framework)
        self._statuses: list[ops.StatusBase] = []
        for event in (self.on.install, self.on.config_changed, self.on.update_status):
            framework.observe(event, self._reconcile)
        framework.observe(self.on.collect_unit_status, self._on_collect_status)

    def _reconcile(self, event: ops.EventBase):
        self._statuses = [self._greet(), ops.ActiveStatus()]

    def _greet(self) -> ops.StatusBase:
        name = self.config["name"]
        if not name:
            return ops.BlockedStatus("there is nobody to greet")
        return ops.ActiveStatus(f"hello {name}")

    def _on_collect_status(self, event: ops.CollectStatusEvent):
        for status in self._statuses:
            event.add_status(status)


if __name__ == "__main__":
    ops.main(StewardCharm)
