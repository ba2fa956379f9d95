"""Answers each report."""

import json

import ops


class AnswererCharm(ops.CharmBase):
    _stored = ops.StoredState()

    def __init__(self, framework: ops.Framework):
        super().__init__(framework)
        self._stored.set_default(cursor=0)
        framework.observe(self.on["channel"].relation_changed, self._on_changed)

    def _on_changed(self, event: ops.RelationChangedEvent):
        if event.unit is None:
            return
        bag = event.relation.data[event.unit]
        head = json.loads(bag.get("signals", "{}")).get("head", 0)
        for number in range(self._stored.cursor + 1, head + 1):
            entry = json.loads(bag.get(f"signal-{number}", "{}"))
            if entry.get("name") == "report":
                answer = {"number": entry["snapshot"]["number"]}
                event.relation.data[self.unit]["answer"] = json.dumps(answer)
        self._stored.cursor = head


if __name__ == "__main__":
    ops.main(AnswererCharm)
