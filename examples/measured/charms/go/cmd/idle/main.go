// Handles install and nothing else.
package main

import "charmsignals.dev/measured/juju"

func main() {
	juju.Main(func(hook string) error {
		if hook != "install" {
			return nil
		}
		_, err := juju.Run("status-set", "active")
		return err
	})
}
