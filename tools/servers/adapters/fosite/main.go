// Command serve is fosite as its README sets it up, with its own memory store.
package main

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/ory/fosite"
	"github.com/ory/fosite/compose"
	"github.com/ory/fosite/storage"
	"golang.org/x/crypto/bcrypt"
)

type input struct {
	ID            string   `json:"client_id"`
	Secret        string   `json:"client_secret"`
	RedirectURIs  []string `json:"redirect_uris"`
	Scopes        []string `json:"default_scopes"`
	TokenLifetime int64    `json:"token_lifetime"`
}

// client is fosite's own, with the lifetime that the gateway asks for.
type client struct {
	*fosite.DefaultClient
	lifetime time.Duration
}

// store is fosite's own, with clients that may come and go, and what was granted to them.
type store struct {
	*storage.MemoryStore
	mutex    sync.RWMutex
	clients  map[string]client
	requests map[string][]string
}

func (s *store) GetClient(_ context.Context, id string) (fosite.Client, error) {
	s.mutex.RLock()
	defer s.mutex.RUnlock()
	found, ok := s.clients[id]
	if !ok {
		return nil, fosite.ErrNotFound
	}
	return found, nil
}

func (s *store) CreateAccessTokenSession(ctx context.Context, signature string, request fosite.Requester) error {
	s.mutex.Lock()
	id := request.GetClient().GetID()
	s.requests[id] = append(s.requests[id], request.GetID())
	s.mutex.Unlock()
	return s.MemoryStore.CreateAccessTokenSession(ctx, signature, request)
}

func (s *store) put(given input) error {
	// fosite's default of 12 makes each check of a secret take a quarter of a second.
	hash, err := bcrypt.GenerateFromPassword([]byte(given.Secret), bcrypt.MinCost)
	if err != nil {
		return err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.clients[given.ID] = client{&fosite.DefaultClient{
		ID: given.ID, Secret: hash, RedirectURIs: given.RedirectURIs, Scopes: given.Scopes,
		GrantTypes: []string{"authorization_code", "refresh_token"}, ResponseTypes: []string{"code"},
	}, time.Duration(given.TokenLifetime) * time.Second}
	return nil
}

func (s *store) remove(id string) {
	s.mutex.Lock()
	delete(s.clients, id)
	requests := s.requests[id]
	delete(s.requests, id)
	s.mutex.Unlock()
	for _, request := range requests {
		_ = s.RevokeAccessToken(context.Background(), request)
		_ = s.RevokeRefreshToken(context.Background(), request)
	}
}

var clients = &store{MemoryStore: storage.NewMemoryStore(), clients: map[string]client{}, requests: map[string][]string{}}

var config = &compose.Config{
	HashCost: bcrypt.MinCost,
	// The contract requires a refresh token; fosite issues one only for scopes of this list, unless it is empty.
	RefreshTokenScopes: []string{},
	ScopeStrategy:      fosite.ExactScopeStrategy,
}

var provider = compose.Compose(
	config, clients,
	&compose.CommonStrategy{CoreStrategy: compose.NewOAuth2HMACStrategy(config, []byte("some-secret-of-thirty-two-bytes!"), nil)},
	nil,
	compose.OAuth2AuthorizeExplicitFactory,
	compose.OAuth2RefreshTokenGrantFactory,
	compose.OAuth2TokenRevocationFactory,
	compose.OAuth2TokenIntrospectionFactory,
)

func authorize(w http.ResponseWriter, r *http.Request) {
	ctx := fosite.NewContext()
	request, err := provider.NewAuthorizeRequest(ctx, r)
	if err != nil {
		provider.WriteAuthorizeError(w, request, err)
		return
	}
	if r.PostForm.Get("confirm") != "yes" {
		provider.WriteAuthorizeError(w, request, fosite.ErrAccessDenied)
		return
	}
	scopes := request.GetRequestedScopes()
	if len(scopes) == 0 {
		scopes = request.GetClient().GetScopes()
	}
	for _, scope := range scopes {
		request.GrantScope(scope)
	}
	response, err := provider.NewAuthorizeResponse(ctx, request, &fosite.DefaultSession{Username: "admin"})
	if err != nil {
		provider.WriteAuthorizeError(w, request, err)
		return
	}
	provider.WriteAuthorizeResponse(w, request, response)
}

func token(w http.ResponseWriter, r *http.Request) {
	ctx := fosite.NewContext()
	request, err := provider.NewAccessRequest(ctx, r, &fosite.DefaultSession{})
	if err != nil {
		provider.WriteAccessError(w, request, err)
		return
	}
	if own, ok := request.GetClient().(client); ok && own.lifetime > 0 {
		request.GetSession().SetExpiresAt(fosite.AccessToken, time.Now().UTC().Add(own.lifetime))
	}
	response, err := provider.NewAccessResponse(ctx, request)
	if err != nil {
		provider.WriteAccessError(w, request, err)
		return
	}
	provider.WriteAccessResponse(w, request, response)
}

func revoke(w http.ResponseWriter, r *http.Request) {
	provider.WriteRevocationResponse(w, provider.NewRevocationRequest(fosite.NewContext(), r))
}

func resource(w http.ResponseWriter, r *http.Request) {
	value := fosite.AccessTokenFromRequest(r)
	kind, _, err := provider.IntrospectToken(fosite.NewContext(), value, fosite.AccessToken, &fosite.DefaultSession{})
	if err != nil || kind != fosite.AccessToken {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func keepClient(w http.ResponseWriter, r *http.Request) {
	id := strings.TrimPrefix(r.URL.Path, "/admin/clients/")
	if r.Method == http.MethodDelete {
		clients.remove(id)
		return
	}
	var given input
	err := json.NewDecoder(r.Body).Decode(&given)
	if err == nil {
		err = clients.put(given)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func lookUp(w http.ResponseWriter, r *http.Request) {
	var given struct {
		Token string `json:"token"`
	}
	_ = json.NewDecoder(r.Body).Decode(&given)
	_, found, err := provider.IntrospectToken(fosite.NewContext(), given.Token, fosite.AccessToken, &fosite.DefaultSession{})
	if err != nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	answer := map[string]string{"client_id": found.GetClient().GetID(), "scope": strings.Join(found.GetGrantedScopes(), " ")}
	_ = json.NewEncoder(w).Encode(answer)
}

func main() {
	http.HandleFunc("/oauth/authorize", authorize)
	http.HandleFunc("/oauth/token", token)
	http.HandleFunc("/oauth/revoke", revoke)
	http.HandleFunc("/resource", resource)
	http.HandleFunc("/admin/clients/", keepClient)
	http.HandleFunc("/admin/lookup", lookUp)
	if err := http.ListenAndServe("127.0.0.1:"+os.Args[1], nil); err != nil {
		os.Exit(1)
	}
}
