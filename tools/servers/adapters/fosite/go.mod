module serve

go 1.21

require (
	github.com/ory/fosite v0.34.1
	golang.org/x/crypto v0.0.0-20200709230013-948cd5f35899
)
