"""Observes install and nothing else."""

import ops


class IdleCharm(ops.CharmBase):
    def __init__(self, framework: ops.Framework):
        super().__init__(framework)
        framework.observe(self.on.install, self._on_install)

    def _on_install(self, event: ops.InstallEvent):
        self.unit.status = ops.ActiveStatus()


if __name__ == "__main__":
    ops.main(IdleCharm)
