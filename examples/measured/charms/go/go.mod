module charmsignals.dev/measured

go 1.24
