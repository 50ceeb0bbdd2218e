/** A self-signed certificate for localhost and 127.0.0.1, made for these tests and trusted nowhere. */
export const certificate = `\
-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUVFUBuB0mXnKU8OAtUeSeVpFkFNkwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzE4MDExOVoYDzIxMjYxMDMw
MTgwMTE5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAT8ISFWt0eqdkiwweTaYb7dAsakXlJmS1PC/h1Smj1E7OOqtHCbvmwE
8LSuY7aazBxWqve/PA8Q5ZjOH+WSrYxoo28wbTAdBgNVHQ4EFgQUnUzV8q7pk4o9
IsKJw2AFhwCBtnowHwYDVR0jBBgwFoAUnUzV8q7pk4o9IsKJw2AFhwCBtnowDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIfDjbWhJZI3fmuYyAUlvpdzp+rBuY8x25afwNU+g+muQIhAIvj
vpsr5rpFsiyIZbRdLt4aNchGTGRz0ZPkFcux73hn
-----END CERTIFICATE-----
`;

/** Its key. It protects nothing. */
export const key = `\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgT1oIuNijynFlKMgF
wbZwL4YNR9qer+XyEhdeH9HlwDWhRANCAAT8ISFWt0eqdkiwweTaYb7dAsakXlJm
S1PC/h1Smj1E7OOqtHCbvmwE8LSuY7aazBxWqve/PA8Q5ZjOH+WSrYxo
-----END PRIVATE KEY-----
`;
