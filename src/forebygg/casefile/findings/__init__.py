"""What a careful registrar or auditor would raise; each rule looks at the evidence and yields findings."""
