// Package juju runs Juju's hook commands, each as a process, and no more of them than it is asked for.
package juju

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Run runs a hook command and returns what it prints.
func Run(command string, arguments ...string) ([]byte, error) {
	var stderr bytes.Buffer
	process := exec.Command(command, arguments...)
	process.Stderr = &stderr
	output, err := process.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s", command, err, strings.TrimSpace(stderr.String()))
	}
	return output, nil
}

// Read runs a hook command and reads the JSON that it prints.
func Read(value any, command string, arguments ...string) error {
	output, err := Run(command, append(arguments, "--format=json")...)
	if err != nil {
		return err
	}
	return json.Unmarshal(output, value)
}

// Main runs the charm for one hook, and fails the hook when the charm fails.
func Main(charm func(hook string) error) {
	if err := charm(os.Getenv("JUJU_HOOK_NAME")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
