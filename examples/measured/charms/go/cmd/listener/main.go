// Keeps the newest report, and shows it when its status is due.
package main

import "charmsignals.dev/measured/juju"

func main() {
	juju.Main(func(hook string) error {
		switch hook {
		case "channel-relation-changed":
			return keep()
		case "update-status":
			return show()
		}
		return nil
	})
}

func keep() error {
	reports, err := juju.NewReports()
	if err != nil || len(reports) == 0 {
		return err
	}
	_, err = juju.Run("state-set", "newest="+reports[len(reports)-1].Text)
	return err
}

func show() error {
	var newest string
	if err := juju.Read(&newest, "state-get", "newest"); err != nil {
		return err
	}
	_, err := juju.Run("status-set", "active", newest)
	return err
}
