"""Keeps the newest report, and shows it when its status is due."""

import json

import ops


class ListenerCharm(ops.CharmBase):
    _stored = ops.StoredState()

    def __init__(self, framework: ops.Framework):
        super().__init__(framework)
        self._stored.set_default(cursor=0, newest="")
        framework.observe(self.on["channel"].relation_changed, self._on_changed)
        framework.observe(self.on.update_status, self._on_update_status)

    def _on_changed(self, event: ops.RelationChangedEvent):
        if event.unit is None:
            return
        bag = event.relation.data[event.unit]
        head = json.loads(bag.get("signals", "{}")).get("head", 0)
        for number in range(self._stored.cursor + 1, head + 1):
            entry = json.loads(bag.get(f"signal-{number}", "{}"))
            if entry.get("name") == "report":
                self._stored.newest = entry["snapshot"]["text"]
        self._stored.cursor = head

    def _on_update_status(self, event: ops.UpdateStatusEvent):
        self.unit.status = ops.ActiveStatus(self._stored.newest)


if __name__ == "__main__":
    ops.main(ListenerCharm)
