package juju

import (
	"encoding/json"
	"os"
	"strconv"
)

// Report is what the reporting unit says.
type Report struct {
	Number int    `json:"number"`
	Text   string `json:"text"`
}

// NewReports returns the reports of the unit that this hook is about which were not read before. It
// keeps in charm state how far it has read.
func NewReports() ([]Report, error) {
	unit := os.Getenv("JUJU_REMOTE_UNIT")
	if unit == "" {
		return nil, nil
	}
	var bag map[string]string
	if err := Read(&bag, "relation-get", "-r", os.Getenv("JUJU_RELATION_ID"), "-", unit); err != nil {
		return nil, err
	}
	var header struct{ Head int }
	if bag["signals"] != "" {
		if err := json.Unmarshal([]byte(bag["signals"]), &header); err != nil {
			return nil, err
		}
	}
	var kept string
	if err := Read(&kept, "state-get", "cursor"); err != nil {
		return nil, err
	}
	cursor, _ := strconv.Atoi(kept) // nothing is kept before the first report
	if cursor == header.Head {
		return nil, nil
	}
	var reports []Report
	for number := cursor + 1; number <= header.Head; number++ {
		var entry struct {
			Name     string
			Snapshot Report
		}
		if err := json.Unmarshal([]byte(bag["signal-"+strconv.Itoa(number)]), &entry); err != nil {
			continue // trimmed
		}
		if entry.Name == "report" {
			reports = append(reports, entry.Snapshot)
		}
	}
	_, err := Run("state-set", "cursor="+strconv.Itoa(header.Head))
	return reports, err
}
