// Command serve is go-oauth2 as its README sets it up, with its own memory stores.
package main

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/go-oauth2/oauth2/v4"
	"github.com/go-oauth2/oauth2/v4/errors"
	"github.com/go-oauth2/oauth2/v4/manage"
	"github.com/go-oauth2/oauth2/v4/models"
	"github.com/go-oauth2/oauth2/v4/server"
	"github.com/go-oauth2/oauth2/v4/store"
)

type input struct {
	ID            string   `json:"client_id"`
	Secret        string   `json:"client_secret"`
	RedirectURIs  []string `json:"redirect_uris"`
	Scopes        []string `json:"default_scopes"`
	TokenLifetime int64    `json:"token_lifetime"`
}

var (
	mutex  sync.RWMutex
	inputs = map[string]input{}
	issued = map[string][]oauth2.TokenInfo{}
)

// clients is a store of the integrator, whose clients have several redirect URIs.
type clients struct{}

func (clients) GetByID(_ context.Context, id string) (oauth2.ClientInfo, error) {
	given, ok := known(id)
	if !ok {
		return nil, errors.ErrInvalidClient
	}
	return &models.Client{ID: given.ID, Secret: given.Secret, Domain: strings.Join(given.RedirectURIs, "\n")}, nil
}

func known(id string) (input, bool) {
	mutex.RLock()
	defer mutex.RUnlock()
	given, ok := inputs[id]
	return given, ok
}

var manager = manage.NewDefaultManager()
var srv *server.Server

func setUp() {
	manager.MustTokenStorage(store.NewMemoryTokenStore())
	manager.MapClientStorage(clients{})
	manager.SetValidateURIHandler(func(registered, given string) error {
		if slices.Contains(strings.Split(registered, "\n"), given) {
			return nil
		}
		return errors.ErrInvalidRedirectURI
	})
	srv = server.NewDefaultServer(manager)
	srv.SetAllowedResponseType(oauth2.Code)
	srv.SetAllowedGrantType(oauth2.AuthorizationCode, oauth2.Refreshing)
	srv.SetClientInfoHandler(server.ClientFormHandler)
	srv.SetUserAuthorizationHandler(func(_ http.ResponseWriter, r *http.Request) (string, error) {
		if r.PostForm.Get("confirm") != "yes" {
			return "", errors.ErrAccessDenied
		}
		return "admin", nil
	})
	srv.SetAuthorizeScopeHandler(func(_ http.ResponseWriter, r *http.Request) (string, error) {
		given, _ := known(r.FormValue("client_id"))
		if r.FormValue("scope") == "" {
			return strings.Join(given.Scopes, " "), nil
		}
		return "", nil
	})
	srv.SetClientScopeHandler(func(r *oauth2.TokenGenerateRequest) (bool, error) {
		given, _ := known(r.ClientID)
		return isWithin(r.Scope, given.Scopes), nil
	})
	srv.SetRefreshingScopeHandler(func(r *oauth2.TokenGenerateRequest, old string) (bool, error) {
		return isWithin(r.Scope, strings.Fields(old)), nil
	})
	srv.SetAccessTokenExpHandler(func(_ http.ResponseWriter, r *http.Request) (time.Duration, error) {
		given, _ := known(r.FormValue("client_id"))
		return time.Duration(given.TokenLifetime) * time.Second, nil
	})
	srv.SetExtensionFieldsHandler(func(info oauth2.TokenInfo) map[string]interface{} {
		mutex.Lock()
		issued[info.GetClientID()] = append(issued[info.GetClientID()], info)
		mutex.Unlock()
		return nil
	})
}

func isWithin(scope string, allowed []string) bool {
	for _, word := range strings.Fields(scope) {
		if !slices.Contains(allowed, word) {
			return false
		}
	}
	return true
}

func authorize(w http.ResponseWriter, r *http.Request) {
	_ = r.ParseForm()
	if err := srv.HandleAuthorizeRequest(w, r); err != nil {
		data, status, _ := srv.GetErrorData(err)
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(data)
	}
}

func token(w http.ResponseWriter, r *http.Request) {
	if err := srv.HandleTokenRequest(w, r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// revoke is the adapter's own: the library has no endpoint for it.
func revoke(w http.ResponseWriter, r *http.Request) {
	ctx := context.Background()
	value := r.FormValue("token")
	if info, err := manager.LoadRefreshToken(ctx, value); err == nil {
		_ = manager.RemoveAccessToken(ctx, info.GetAccess())
		_ = manager.RemoveRefreshToken(ctx, value)
		return
	}
	_ = manager.RemoveAccessToken(ctx, value)
}

func resource(w http.ResponseWriter, r *http.Request) {
	if _, err := srv.ValidationBearerToken(r); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func keepClient(w http.ResponseWriter, r *http.Request) {
	id := strings.TrimPrefix(r.URL.Path, "/admin/clients/")
	mutex.Lock()
	defer mutex.Unlock()
	if r.Method == http.MethodDelete {
		delete(inputs, id)
		for _, info := range issued[id] {
			_ = manager.RemoveAccessToken(r.Context(), info.GetAccess())
			_ = manager.RemoveRefreshToken(r.Context(), info.GetRefresh())
		}
		delete(issued, id)
		return
	}
	var given input
	if err := json.NewDecoder(r.Body).Decode(&given); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	inputs[id] = given
}

func lookUp(w http.ResponseWriter, r *http.Request) {
	var given struct {
		Token string `json:"token"`
	}
	_ = json.NewDecoder(r.Body).Decode(&given)
	info, err := manager.LoadAccessToken(r.Context(), given.Token)
	if err != nil {
		info, err = manager.LoadRefreshToken(r.Context(), given.Token)
	}
	if err != nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"client_id": info.GetClientID(), "scope": info.GetScope()})
}

func main() {
	setUp()
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
