// Greets whom config names, and shows the worse of its two duties.
package main

import "charmsignals.dev/measured/juju"

type status struct {
	word    string
	message string
}

func main() {
	juju.Main(func(hook string) error {
		switch hook {
		case "install", "config-changed", "update-status":
			return reconcile()
		}
		return nil
	})
}

func reconcile() error {
	greeting, err := greet()
	if err != nil {
		return err
	}
	worst := greeting
	for _, other := range []status{{"active", ""}} { // the check of the greeting
		if worst.word == "active" && other.word != "active" {
			worst = other
		}
	}
	_, err = juju.Run("status-set", worst.word, worst.message)
	return err
}

func greet() (status, error) {
	var config struct{ Name string }
	if err := juju.Read(&config, "config-get"); err != nil {
		return status{}, err
	}
	if config.Name == "" {
		return status{"blocked", "there is nobody to greet"}, nil
	}
	return status{"active", "hello " + config.Name}, nil
}
